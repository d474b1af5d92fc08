package io.allegiance.intake.format.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.format.FileFormat;
import io.allegiance.intake.format.FormatCatalogue;
import io.allegiance.intake.line.Column;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormatFileTest {

    private static final String SOUND = """
            title: A till
            header: [Receipt, When]
            order: Receipt
            columns:
              transaction_id: Receipt
              customer_id: Card
              occurred_at: When
              amount: {product: [Price, Qty]}
            """;

    @Test
    void anOrderWithoutALineKeyIsKeyedByThePlaceOfItsRows() {
        FileFormat format = read(SOUND);
        assertThat(format.describe())
                .containsExactly(
                        "transaction_id: column 'Receipt'",
                        "line_key: the place of the row in its order",
                        "customer_id: column 'Card'",
                        "occurred_at: column 'When'",
                        "amount: column 'Price' × column 'Qty'");
        assertThat(format.columns()).containsKey(Column.LINE_KEY);
        assertThat(format.hash()).matches("[0-9a-f]{16}");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("", "till.yaml is empty"),
                broken("title: [", "line 1: this is not YAML"),
                broken("- a\n- b\n", "line 1: a format must be made of 'name: value' lines"),
                broken("title: x\n", "line 1: a format needs 'columns'"),
                broken(SOUND + "colums: x\n", "line 9: a format has no 'colums'; did you mean 'columns'?, only title"),
                broken(SOUND + "title: again\n", "'title' occurs twice in a format"),
                broken(SOUND + "  custmer: x\n", "'custmer' is no column of ours; did you mean 'customer_id'?"),
                broken(SOUND + "  customer_id: x\n", "'customer_id' occurs twice in 'columns'"),
                broken(
                        SOUND.replace("  customer_id: Card\n", ""),
                        "'columns' lacks customer_id, which every line needs"),
                broken(SOUND.replace("  occurred_at: When\n", ""), "'columns' lacks occurred_at"),
                broken(
                        SOUND + "  discount: {produkt: [a, b]}\n",
                        "line 9: discount has no 'produkt'; did you mean 'product'?"),
                broken(SOUND + "  discount: {lower_case: yes}\n", "discount needs one of column, constant"),
                broken(SOUND + "  discount: {column: a, constant: b}\n", "and has column and constant"),
                broken(SOUND + "  discount: {product: [a]}\n", "'product' needs a list of two or more"),
                broken(SOUND + "  discount: {share: Total}\n", "'share' needs 'over'"),
                broken(
                        SOUND + "  discount: {column: a, lower_case: yes}\n",
                        "'lower_case' is for texts, and discount is none"),
                broken(SOUND + "  store: {product: [a, b]}\n", "'product' gives a number, and store is a text"),
                broken(SOUND + "  discount: {join: [a, b]}\n", "'join' gives a text, and discount is a number"),
                broken(SOUND + "  store: ''\n", "store is blank"),
                broken(SOUND + "  type: {column: Kind, values: {sale: SALE}}\n", "type is one of [PURCHASE, RETURN"),
                broken(SOUND + "  store: {column: a, shorten: maybe}\n", "'shorten' must be yes or no"),
                broken(SOUND + "  store: {column: a, hash_key: 'my secret'}\n", "the key itself is never in this file"),
                broken(SOUND + "delimiter: ';;'\n", "'delimiter' is comma, semicolon, tab or pipe, not ';;'"),
                broken(SOUND + "encoding: UTF-81\n", "there is no encoding 'UTF-81'"),
                broken(SOUND + "numbers: {decimal: ';'}\n", "line 9: the decimal mark is a dot or a comma"),
                broken(SOUND + "numbers: {decimal: ',', grouping: ','}\n", "the grouping mark is another sign"),
                broken(SOUND + "numbers: {decimal: comma}\n", "'decimal' must be one sign in quotes"),
                broken(SOUND + "dates: {patterns: [dd/MM]}\n", "'dd/MM' is no pattern of a date"),
                broken(SOUND + "dates: {patterns: ['dd/MM/yyyy hh:mm']}\n", "its time is not whole"),
                broken(SOUND + "dates: {zone: Europe/Berlim}\n", "there is no zone 'Europe/Berlim'"),
                broken(SOUND + "leave_out: {Void: {column: a, blank: yes}}\n", "'Void' is no name of a rule"),
                broken(SOUND + "leave_out: {void: {column: a}}\n", "'void' needs 'column' and one of is, is_not"),
                broken(SOUND + "leave_out: {void: {column: a, is: []}}\n", "the values is an empty list"),
                broken(SOUND + "leave_out: {void: {column: a, blank: no}}\n", "this must be yes"),
                broken(SOUND + "refund: {date: When}\n", "'refund' needs 'amount'"),
                broken(SOUND + "refund: {amount: Back, each: line}\n", "'each' is order or row"),
                broken(
                        SOUND.replace("  transaction_id: Receipt\n", "") + "refund: {amount: Back}\n",
                        "'refund' needs the column transaction_id"),
                broken(
                        SOUND.replace("order: Receipt\n", "") + "first_row: [Card]\n",
                        "line 8: 'first_row' needs 'order'"),
                broken(
                        SOUND.replace("order: Receipt\n", "") + "  line_key: {position: yes}\n",
                        "line_key needs 'order'"),
                broken("a: &x [1]\nb: *x\n", "line 2: anchors (&, *) are not read"),
                broken("a: " + "[".repeat(60) + "]".repeat(60), "line 1: values are nested more than 20 deep"),
                broken("title: " + "x ".repeat(300_000), "has more than 200000 bytes"));
    }

    private static Arguments broken(String yaml, String words) {
        return Arguments.of(yaml, words);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenFormatIsRefusedWithFileLineAndReason(String yaml, String words) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(AttentionException.class)
                .hasMessageStartingWith("till.yaml")
                .hasMessageContaining(words)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatThrownBy(() -> FormatFile.read("till", "till.yaml", new byte[] {(byte) 0xff, 'a'}))
                .isInstanceOf(AttentionException.class)
                .hasMessageContaining("till.yaml is not a text in UTF-8");
    }

    @Test
    void everyShippedFormatIsKnownAndWrittenAgainTheyAreTheSame() {
        FormatCatalogue catalogue = new FormatFolder(Path.of("no-such-folder")).load();
        assertThat(catalogue.formats())
                .extracting(FileFormat::name)
                .containsExactly(
                        "amazon-orders",
                        "lightspeed-sales",
                        "magento-order-items",
                        "magento-orders",
                        "odoo-pos",
                        "shopify-orders",
                        "square-items",
                        "stripe-payments",
                        "woocommerce-orders");
        for (FileFormat format : catalogue.formats()) {
            String text = FormatText.of(format.name(), format);
            FileFormat again = FormatFile.read(format.name(), "again.yaml", text.getBytes(StandardCharsets.UTF_8));
            assertThat(again).usingRecursiveComparison().ignoringFields("hash").isEqualTo(format);
        }
    }

    @Test
    void ourOwnFormatIsTheTemplate() {
        FormatFolder folder = new FormatFolder(Path.of("jobs"));
        assertThat(folder.load().formats()).extracting(FileFormat::name).doesNotContain("own");
        assertThat(List.of(folder.load().named("own"))).containsExactly(java.util.Optional.empty());
    }

    private static FileFormat read(String yaml) {
        return FormatFile.read("till", "till.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
