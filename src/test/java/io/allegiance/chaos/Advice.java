package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * What a person has who is called at night: what the command said last, and what {@code status} says.
 *
 * @param status all that it printed
 * @param next the command to type next
 */
record Advice(String status, String next) {

    private static final String NEXT = "next        allegiance ";

    /** Asks where the night of a date stands. */
    static Advice ask(Program program, LocalDate date) {
        String status = program.runWell("status", "--date", date.toString());
        return new Advice(
                status,
                status.lines()
                        .filter(line -> line.startsWith(NEXT))
                        .map(line -> line.substring(NEXT.length()))
                        .reduce((first, second) -> second)
                        .orElseThrow(() -> new AssertionError("no next command in: " + status)));
    }

    /** Types it. */
    Program.End follow(Program program) {
        return program.run(next.split(" "));
    }

    /** Requires that a command ended with one short message and the line on what readers see, and nothing else. */
    static void assertOneMessage(Program.End end, int code, String message, String readers) {
        assertThat(end.code()).as(end.err()).isEqualTo(code);
        assertThat(Arrays.asList(end.err().split("\n")).stream().dropWhile(line -> !line.startsWith("allegiance: ")))
                .as(end.err())
                .hasSize(2)
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("allegiance: ").contains(message),
                        said -> assertThat(said).contains(readers));
    }
}
