package io.allegiance.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.allegiance.failure.AttentionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceContractTest {

    private static final String TEXTS = "transaction_id line_key type currency category product store channel";
    private static final String NUMBERS = "amount quantity discount";

    @Test
    void theColumnsOfTheContractArePlainTextsNumbersAndATime() {
        assertThat(SourceContract.check(contract()).hasBusinessDate()).isFalse();
        assertThat(SourceContract.check(with("business_date", "date", 1)).hasBusinessDate())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "occurred_at,    timestamp",
        "occurred_at,    date",
        "amount,         bigint",
        "amount,         double",
        "discount,       int",
        "type,           enum",
        "product,        bigint",
        "transaction_id, int",
        "store,          longtext"
    })
    void whatReadsAsTheSameIsTaken(String column, String type) {
        SourceContract.check(with(column, type, 1));
    }

    @ParameterizedTest
    @CsvSource({"quantity, binary", "channel, varbinary", "currency, binary", "amount, varbinary"})
    void whatIsNullThroughoutHasNoType(String column, String type) {
        SourceContract.check(with(column, type, 0));
        assertRefused(column, type, "is needed");
    }

    @ParameterizedTest
    @CsvSource({
        "amount,         varchar,  a number is needed",
        "quantity,       longtext, a number is needed",
        "discount,       datetime, a number is needed",
        "amount,         bit,      a number is needed",
        "occurred_at,    varchar,  a time is needed",
        "occurred_at,    bigint,   a time is needed",
        "occurred_at,    time,     a time is needed",
        "business_date,  datetime, a date is needed",
        "business_date,  varchar,  a date is needed",
        "business_date,  int,      a date is needed",
        "transaction_id, binary,   a text is needed",
        "line_key,       blob,     a text is needed",
        "customer_id,    int,      a text is needed",
        "type,           tinyint,  a text is needed",
        "currency,       decimal,  a text is needed",
        "category,       double,   a text is needed"
    })
    void whatWouldBeMisreadIsRefused(String column, String type, String words) {
        assertRefused(column, type, words);
    }

    @Test
    void aMissingColumnIsNamed() {
        List<SourceContract.Column> columns = contract();
        columns.removeIf(column -> column.name().equals("discount"));
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> SourceContract.check(columns))
                .withMessageContaining("lacks discount");
    }

    private static void assertRefused(String column, String type, String words) {
        assertThatExceptionOfType(AttentionException.class)
                .isThrownBy(() -> SourceContract.check(with(column, type, 1)))
                .withMessageContaining(column + " of the view source_transaction is of type " + type + ", and ")
                .withMessageContaining(words);
    }

    private static List<SourceContract.Column> with(String name, String type, long length) {
        List<SourceContract.Column> columns = contract();
        columns.removeIf(column -> column.name().equals(name));
        columns.add(column(name, type, length, "utf8mb4_bin"));
        return columns;
    }

    private static List<SourceContract.Column> contract() {
        List<SourceContract.Column> columns = new ArrayList<>();
        for (String text : TEXTS.split(" ")) {
            columns.add(column(text, "varchar", 64, "utf8mb4_general_ci"));
        }
        for (String number : NUMBERS.split(" ")) {
            columns.add(column(number, "decimal", 1, null));
        }
        columns.add(column("customer_id", "varchar", 64, "utf8mb4_bin"));
        columns.add(column("occurred_at", "datetime", 1, null));
        return columns;
    }

    private static SourceContract.Column column(String name, String type, long length, @Nullable String collation) {
        return new SourceContract.Column(name, type, length, collation);
    }
}
