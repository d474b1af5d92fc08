package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A person who is called because of a night, and has nothing but what the command said last and what {@code status} says.
 *
 * @param commands what they type
 * @param jdbc what any reader can see
 * @param date of the night
 * @param before the rows that readers saw before it
 * @param readers what is said of them
 */
record OnCall(Commands commands, JdbcTemplate jdbc, LocalDate date, List<Map<String, Object>> before, String readers) {

    private static final String NEXT = "next        allegiance ";

    static OnCall of(Commands commands, TestDatabase.Schema schema, LocalDate date) {
        JdbcTemplate jdbc = new JdbcTemplate(schema.dataSource());
        List<String> seen = jdbc.queryForList(
                "SELECT CONCAT('readers still see publication ', b.publication, ' of ', b.score_date, ', good until ')"
                        + " FROM score_pointer p JOIN score_publication b ON b.publication = p.publication",
                String.class);
        return new OnCall(
                commands,
                jdbc,
                date,
                rows(jdbc),
                seen.isEmpty() ? "nothing is published yet, so no reader is harmed" : seen.get(0));
    }

    private static List<Map<String, Object>> rows(JdbcTemplate jdbc) {
        return jdbc.queryForList("SELECT * FROM current_customer_score ORDER BY customer_id");
    }

    /** The night ends with a code, one message that holds some words, and what readers see, which is what they saw. */
    void isTold(int code, String words) {
        Commands.Result result =
                commands.run("nightly", "--date", date.toString()).refusedWith(code, words);
        assertThat(result.stderr().lines().reduce((first, second) -> second).orElseThrow())
                .as("the last line")
                .startsWith(readers);
        assertThat(rows(jdbc)).as("the rows that readers see").isEqualTo(before);
    }

    String status() {
        return commands.succeed("status", "--date", date.toString());
    }

    /** Types the command that {@code status} says is next, besides some words; it must publish the night. */
    Published typesWhatIsNext(String... words) {
        String status = status();
        for (String each : words) {
            assertThat(status).contains(each);
        }
        String next = status.lines()
                .filter(line -> line.startsWith(NEXT))
                .map(line -> line.substring(NEXT.length()))
                .reduce((first, second) -> second)
                .orElseThrow();
        Published published = Published.of(commands.succeed(next.split(" ")));
        assertThat(jdbc.queryForList("SELECT DISTINCT score_date FROM current_customer_score", LocalDate.class))
                .containsExactly(date);
        return published;
    }
}
