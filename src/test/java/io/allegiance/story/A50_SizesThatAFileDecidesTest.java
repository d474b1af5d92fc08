package io.allegiance.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file has more of something than anybody sells: the jobs after it end as ever, and every line counts. */
@Tag("story")
class A50_SizesThatAFileDecidesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 7, 1);
    private static final LocalDate DATE = LocalDate.of(2025, 9, 30);
    private static final int NAMES = 5_000;

    @AutoClose
    private static final TestDatabase.Schema SCHEMA = TestDatabase.freshSchema().migrate();

    @TempDir
    private static Path folder;

    private final Commands commands = Commands.on(SCHEMA, folder.resolve("home"));

    @Test
    void oneCustomerBuysEveryNameThereIsInOneDay() throws IOException {
        // Given a shop, and a customer with thousands of products and categories of the longest names on one day
        new Shop(200, FIRST_DAY, DATE, folder).land(commands, FIRST_DAY, DATE);
        commands.succeed(
                "import",
                file("names.csv", i -> "T1," + i + ",guest,2025-09-29,1.50," + name('c', i) + "," + name('p', i))
                        .toString());

        // When a model is trained, which takes the day in
        Commands.Result trained =
                commands.run("train", "--as-of", DATE.toString()).endedWith(0);

        // Then the log says which lines count without their names
        assertThat(trained.stderr())
                .contains(
                        "2025-09-29: customers with more than 2000 products on that day: 1; their lines that count without"
                                + " product and category: 3000.");
        Map<String, Object> day = JdbcClient.create(SCHEMA.dataSource())
                .sql("SELECT purchase_lines, purchase_amount, LENGTH(products) AS length FROM customer_day"
                        + " WHERE customer_id = 'guest'")
                .query()
                .singleRow();
        assertThat(day.get("purchase_lines")).isEqualTo(NAMES);
        assertThat(day.get("purchase_amount")).hasToString("7500.0000");
        assertThat(((Number) day.get("length")).intValue()).isBetween(2_000 * 128, 2_000 * 140);
    }

    @Test
    void articleNumbersAreNoAmounts() throws IOException {
        commands.run(
                        "import",
                        file(
                                        "ean.csv",
                                        i -> "E" + i + ",1,shopper,2025-09-29," + (4_006_381_333_931L + i)
                                                + ",tea,green")
                                .toString())
                .refusedWith(64, "NUMBER_OUT_OF_RANGE, the first in line 2 (amount is larger than 10,000,000,000)");
    }

    private static Path file(String name, IntFunction<String> line) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "transaction_id,line_key,customer_id,occurred_at,amount,category,product\n"
                        + IntStream.range(0, NAMES).mapToObj(line).collect(Collectors.joining("\n")));
    }

    private static String name(char first, int number) {
        return String.valueOf(first).repeat(58) + String.format("%06d", number);
    }
}
