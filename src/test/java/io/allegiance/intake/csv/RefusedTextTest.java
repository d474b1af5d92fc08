package io.allegiance.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTextTest {

    private static final String HEADER = "customer_id,occurred_at,amount,line_number,category_or_sku";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "occurred_at is no date or time; 11/8/2016",
                "occurred_at (column 'Created at') is no date or time; 11/8/2016",
                "amount is no decimal number; 4x",
                "line_key has more than 64 characters; 7",
                "product has more than 64 characters; tea",
                "channel holds a control character; C1,11/8/2016,4x,7,tea",
                "the same key landed with other content; C1,11/8/2016,4x,7,tea",
            })
    void columnAtFaultOrElseTheLine(String detail, String refused) {
        Rejection rejection = new Rejection(RejectionReason.BAD_TIME, detail);

        assertThat(RefusedText.find(HEADER, ImportKind.TRANSACTION, "C1,11/8/2016,4x,7,tea", rejection))
                .hasValue(refused);
    }

    @Test
    void wholeLineWhereItHasOtherFieldsThanTheHeader() {
        Rejection rejection = new Rejection(RejectionReason.WRONG_FIELD_COUNT, "the line has 2 fields, the header 5");

        assertThat(RefusedText.find(HEADER, ImportKind.TRANSACTION, "C1,2024", rejection))
                .hasValue("C1,2024");
    }

    @Test
    void emptyWhereTheHeaderIsOfNoSuchKind() {
        Rejection rejection = new Rejection(RejectionReason.BAD_NUMBER, "rate is no decimal number");

        assertThat(RefusedText.find(HEADER, ImportKind.FX, "C1,2024", rejection))
                .isEmpty();
    }

    @Test
    void textIsDecoded() {
        Rejection rejection = new Rejection(RejectionReason.ID_TOO_LONG, "customer_id has more than 64 characters");

        assertThat(RefusedText.find("customer_id,occurred_at", ImportKind.TRANSACTION, "Müller,2024", rejection))
                .hasValue("Müller");
    }
}
