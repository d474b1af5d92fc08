package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.format.file.FormatFile;
import io.allegiance.intake.format.file.FormatFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are nearly of a format, and rows of them that cannot be read: each is told, and nothing is guessed. */
class OddFilesTest {

    private static final String SHOPIFY = "Name,Email,Financial Status,Currency,Subtotal,Created at,Lineitem quantity,"
            + "Lineitem name,Lineitem price,Cancelled at,Refunded Amount\n";

    @TempDir
    private Path folder;

    @Test
    void aHeaderOfSeveralFormatsIsRefusedWithTheirNames() throws IOException {
        Path file = file("id,Amount,Amount Refunded,Currency,Status," + SHOPIFY);
        refused(
                file,
                FormatOptions.NONE,
                "may have several formats: shopify-orders, stripe-payments; name the right one");
    }

    @Test
    void aHeaderThatIsNearlyOneIsToldWhatItLacks() throws IOException {
        Path file = file("Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price\n");
        refused(
                file,
                FormatOptions.NONE,
                "It is nearest to shopify-orders, which also has 'Financial Status'; name the format with --format");
    }

    @Test
    void aHeaderOfNoFormatIsToldHowToNameItsColumns() throws IOException {
        Path file = file("Card,Day,Sum\n");
        refused(
                file,
                FormatOptions.NONE,
                "has no header that names its columns (customer_id, occurred_at)",
                "name its columns with --map customer_id=",
                "or its format with --format NAME");
        assertThatThrownBy(() -> MappedFile.read(file, FormatChoice.OWN))
                .isInstanceOf(UsageException.class)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("--map"));
    }

    @Test
    void aColumnThatTheFormatReadsAndTheFileLacksIsNamed() throws IOException {
        Path file = file(SHOPIFY.replace("Subtotal", "Sub total"));
        refused(
                file,
                FormatOptions.NONE,
                "lacks the column 'Subtotal', which the format shopify-orders reads; did you mean 'Sub total'?");
    }

    @Test
    void aColumnThatIsThereTwiceIsNamed() throws IOException {
        Path file = file(SHOPIFY.replace("\n", ",email\n"));
        refused(file, FormatOptions.NONE, "names the column 'Email' twice");
    }

    @Test
    void anUnknownFormatIsToldWithTheNearestName() throws IOException {
        Path file = file(SHOPIFY);
        assertThatThrownBy(() -> MappedFile.read(file, format("shopify-order")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no format 'shopify-order'; did you mean 'shopify-orders'?");
        assertThatThrownBy(() -> MappedFile.read(file, format("nowhere.yaml")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("There is no format file nowhere.yaml");
    }

    @Test
    void anOrderWhoseRowsStandApartIsRefusedBecauseItsFirstRowWouldBeMissing() throws IOException {
        Path file = file(SHOPIFY
                + "#1,a@x.com,paid,EUR,10.00,2025-01-01,1,Cup,10.00,,\n"
                + "#2,b@x.com,paid,EUR,10.00,2025-01-01,1,Cup,10.00,,\n"
                + "#1,a@x.com,,,,2025-01-01,1,Cup,10.00,,\n");
        refused(file, FormatOptions.NONE, "the order of line 4 has rows further up, apart from these; sort the file");
    }

    @Test
    void rowsOfAnOrderWhoseFirstRowCannotBeReadAreRefusedWithIt() throws IOException {
        MappedFile read = MappedFile.read(file(SHOPIFY
                + "#1,a@x.com,paid,EUR,20.00\n"
                + "#1,,,,,,1,Cup,10.00,,\n"
                + "#2,b@x.com,paid,EUR,10.00,2025-01-01,1,Cup,10.00,,\n"));
        assertThat(read.rejections())
                .containsExactly(
                        "2 WRONG_FIELD_COUNT: the row has 5 fields, the header 11",
                        "3 WRONG_FIELD_COUNT: the first row of the order, which alone says what holds for all of it, is"
                                + " missing or cannot be read");
        assertThat(read.summary()).containsExactly("#2 1 b@x.com 2025-01-01T00:00 PURCHASE 100000 EUR");
    }

    @Test
    void aRowThatCannotBeReadLeavesTheSharesOfItsOrderUnknown() throws IOException {
        MappedFile read = MappedFile.read(file(
                SHOPIFY + "#1,a@x.com,paid,EUR,20.00,2025-01-01,1,Cup,10.00,,\n" + "#1,a@x.com,,,,2025-01-01,1,Pot\n"));
        assertThat(read.lines()).isEmpty();
        assertThat(read.rejections())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2 BAD_NUMBER: amount (the share of column"
                        + " 'Subtotal' by column 'Lineitem price' × column 'Lineitem quantity')");
    }

    @Test
    void aRowMayHaveAsManyFieldsAsOurFormatAndIsRefusedAllTheSame() throws IOException {
        Path file = file("Card,When,Sum,Till,Note\nC1,2025-01-01,5\nC2,2025-01-01,5,1,x\n");
        MappedFile read =
                MappedFile.read(file, maps(Map.of("customer_id", "Card", "occurred_at", "When", "amount", "Sum")));
        assertThat(read.rejections()).containsExactly("2 WRONG_FIELD_COUNT: the row has 3 fields, the header 5");
        assertThat(read.lines()).hasSize(1);
    }

    @Test
    void datesAreNeverGuessed() throws IOException {
        Path file = file("Card,When,Sum\nC1,03/04/2025,5\nC1,2025-04-03,5\n");
        Map<String, String> maps = Map.of("customer_id", "Card", "occurred_at", "When", "amount", "Sum");
        assertThat(MappedFile.read(file, maps(maps)).rejections())
                .containsExactly("2 BAD_TIME: occurred_at (column 'When') is no date or time");
        FormatOptions american = new FormatOptions(null, maps, List.of("MM/dd/yyyy"), null, null);
        assertThat(MappedFile.read(file, american).summary())
                .extracting(line -> line.split(" ")[3])
                .containsExactly("2025-03-04T00:00", "2025-04-03T00:00");
    }

    @Test
    void amountsAreNeverGuessed() throws IOException {
        Path file = file("Card,When,Sum\nC1,2025-04-03,1.234\nC1,2025-04-03,\"12,50\"\nC1,2025-04-03,1.5\n");
        Map<String, String> maps = Map.of("customer_id", "Card", "occurred_at", "When", "amount", "Sum");
        MappedFile dot = MappedFile.read(file, maps(maps));
        assertThat(dot.lines()).extracting(line -> line.amount()).containsExactly(12_340L, 15_000L);
        assertThat(dot.rejections()).containsExactly("3 BAD_NUMBER: amount (column 'Sum') is no decimal number");
        MappedFile comma = MappedFile.read(file, new FormatOptions(null, maps, List.of(), ",", null));
        assertThat(comma.lines()).extracting(line -> line.amount()).containsExactly(12_340_000L, 125_000L);
        assertThat(comma.rejections())
                .as("1.5 is no number with a comma for the decimals, and not read as one and a half")
                .containsExactly("4 BAD_NUMBER: amount (column 'Sum') is no decimal number");
    }

    @Test
    void anUnreadablePartOfAProductIsNotTakenForTheAmount() throws IOException {
        Path file = file("Card,When,Price,Qty\nC1,2025-04-03,5,1E+05\nC1,2025-04-03,2.50,\n");
        MappedFile read = MappedFile.read(
                file, maps(Map.of("customer_id", "Card", "occurred_at", "When", "amount", "Price*Qty")));
        assertThat(read.rejections()).singleElement().asString().startsWith("2 BAD_NUMBER");
        assertThat(read.lines())
                .singleElement()
                .extracting(line -> line.amount())
                .isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void mapTakesConstantsAlternativesSumsAndOurOwnNames() throws IOException {
        Path file =
                file("E-Mail,Phone,occurred_at,Net,Tax,Rebate,A*B\n,555,2025-04-03,10,2,1,7\na@x,,2025-04-03,1,,,8\n");
        MappedFile read = MappedFile.read(
                file,
                maps(Map.of(
                        "customer_id", "E-Mail|Phone",
                        "amount", "Net+Tax - Rebate",
                        "discount", "A*B",
                        "quantity", "2",
                        "currency", "'usd'")));
        assertThat(read.summary())
                .containsExactly(
                        "  555 2025-04-03T00:00 PURCHASE 110000 USD", "  a@x 2025-04-03T00:00 PURCHASE 10000 USD");
        assertThat(read.lines()).extracting(line -> line.discount()).containsExactly(70_000L, 80_000L);
        assertThat(read.lines()).extracting(line -> line.quantity()).containsExactly(2_000L, 2_000L);
    }

    @Test
    void mapSaysWhatItDoesNotKnow() throws IOException {
        Path file = file("Customer Email,Date,Total\n");
        refused(
                file,
                maps(Map.of("customer", "Customer Email")),
                "'customer' is no column of ours; did you mean 'customer_id'?");
        refused(
                file,
                maps(Map.of("customer_id", "Customer Emial")),
                "has no column 'Customer Emial'; did you mean 'Customer Email'?");
        refused(
                file,
                maps(Map.of("customer_id", "Customer Email")),
                "which column of",
                "is occurred_at; add --map occurred_at=");
        refused(
                file,
                maps(Map.of("customer_id", "Customer Email", "occurred_at", "Date", "amount", "Total*Quantity")),
                "has no column 'Quantity'");
        refused(
                file,
                new FormatOptions("own", Map.of("customer_id", "x"), List.of(), null, null),
                "--format and --map exclude each other");
        refused(
                file,
                new FormatOptions(null, Map.of(), List.of("dd/mm/yyyy"), null, null),
                "--date-pattern 'dd/mm/yyyy'");
        refused(file, new FormatOptions(null, Map.of(), List.of(), ";", null), "--decimal-mark is . or ,");
    }

    @Test
    void ourOwnFormatMayHaveADecimalCommaAndAPatternToo() throws IOException {
        Path file = file("customer_id,occurred_at,amount\nC1,03.04.2025,\"1.234,50\"\n");
        FormatOptions german = new FormatOptions(null, Map.of(), List.of("dd.MM.yyyy"), ",", null);
        assertThat(MappedFile.read(file, german).summary())
                .containsExactly("  C1 2025-04-03T00:00 PURCHASE 12345000 EUR");
    }

    @Test
    void idsMayBeHashedWithAKeyThatOnlyTheEnvironmentHolds() throws IOException {
        String variable = System.getenv().keySet().stream()
                .filter(name -> name.matches("[A-Z][A-Z0-9_]{2,63}")
                        && !System.getenv(name).isBlank())
                .findFirst()
                .orElseThrow();
        String yaml = "columns:\n  customer_id: {column: Mail, lower_case: yes, hash_key: %s}\n  occurred_at: When\n";
        Path file = file("Mail,When\nA@x.com,2025-01-01\na@X.com ,2025-01-02\n,2025-01-03\n" + "x".repeat(90)
                + "@x.com,2025-01-04\n");
        MappedFile read = MappedFile.read(file, choice(yaml.formatted(variable)));
        assertThat(read.lines()).hasSize(4);
        assertThat(read.lines().get(0).customerId())
                .matches("[0-9a-f]{64}")
                .isEqualTo(read.lines().get(1).customerId());
        assertThat(read.lines().get(2).customerId())
                .as("a blank id stays anonymous")
                .isEmpty();
        assertThatThrownBy(() -> MappedFile.read(file, choice(yaml.formatted("NO_SUCH_VARIABLE_22"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("NO_SUCH_VARIABLE_22 that should hold it is not set");
    }

    @Test
    void longTextsAreShortenedAndStayDifferent() throws IOException {
        String yaml = "columns:\n  customer_id: Mail\n  occurred_at: When\n  product: {column: Item, shorten: yes}\n";
        String name = "A very long name of a product that goes on and on until the end, ";
        MappedFile read = MappedFile.read(
                file("Mail,When,Item\na,2025-01-01,\"" + name + "red\"\na,2025-01-01,\"" + name
                        + "blue\"\na,2025-01-01,Cup\n"),
                choice(yaml));
        assertThat(read.lines())
                .extracting(line -> line.product())
                .doesNotHaveDuplicates()
                .contains("Cup");
        assertThat(read.lines().get(0).product()).hasSize(64).startsWith("A very long name");
    }

    @Test
    void refundsAreReturnsOfAtMostWhatTheOrderSays() throws IOException {
        MappedFile read = MappedFile.read(file(SHOPIFY
                + "#1,a@x.com,refunded,EUR,20.00,2025-01-01,2,Cup,10.00,,25.99\n"
                + "#2,a@x.com,partially_refunded,EUR,30.00,2025-01-02,1,Cup,10.00,,4.50\n"
                + "#2,a@x.com,,,,,2,Pot,10.00,,\n"));
        assertThat(read.summary())
                .containsExactly(
                        "#1 1 a@x.com 2025-01-01T00:00 PURCHASE 200000 EUR",
                        "#1 refund a@x.com 2025-01-01T00:00 RETURN 200000 EUR",
                        "#2 1 a@x.com 2025-01-02T00:00 PURCHASE 100000 EUR",
                        "#2 2 a@x.com 2025-01-02T00:00 PURCHASE 200000 EUR",
                        "#2 refund a@x.com 2025-01-02T00:00 RETURN 45000 EUR");
    }

    @Test
    void aSavedFormatIsRecognisedAndNeverOverwritten() throws IOException {
        FormatFolder formats = new FormatFolder(folder.resolve("jobs"));
        Path file = file("Customer Email,Day,Total\na@x,03.04.2025,\"5,50\"\n");
        RequestedFormat asked = formats.choose(new FormatOptions(
                null,
                Map.of("customer_id", "Customer Email", "occurred_at", "Day", "amount", "Total"),
                List.of("dd.MM.yyyy"),
                ",",
                null));
        MappedFile first = MappedFile.read(file, asked);
        Path saved = formats.save("my-till", asked.chosen().orElseThrow());
        assertThat(Files.readString(saved)).startsWith("# The format my-till.").contains("amount: \"Total\"");
        MappedFile again = MappedFile.read(file, formats.choose(FormatOptions.NONE));
        assertThat(again.use().name()).isEqualTo("my-till");
        assertThat(again.lines()).isEqualTo(first.lines()).hasSize(1);
        assertThatThrownBy(() -> formats.save("my-till", asked.chosen().orElseThrow()))
                .hasMessageContaining("There is a format 'my-till' already");
        assertThatThrownBy(() -> formats.requireFree("My Till"))
                .hasMessageContaining("small letters, digits and hyphens");
    }

    private static FormatChoice choice(String yaml) {
        FileFormat format = FormatFile.read("till", "till.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return (columns, file) -> Optional.of(format);
    }

    private static FormatOptions maps(Map<String, String> maps) {
        return new FormatOptions(null, maps, List.of(), null, null);
    }

    private static FormatOptions format(String name) {
        return new FormatOptions(name, Map.of(), List.of(), null, null);
    }

    private static void refused(Path file, FormatOptions options, String... words) {
        assertThatThrownBy(() -> MappedFile.read(file, options))
                .isInstanceOf(UsageException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "export", ".csv"), text);
    }
}
