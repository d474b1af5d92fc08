package io.allegiance.intake.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OccurredAtTest {

    private final OccurredAt occurredAt = new OccurredAt(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2009-12-01, 2009-12-01T00:00",
        "2024-02-29, 2024-02-29T00:00",
        "2009-12-01T07:45, 2009-12-01T07:45",
        "2009-12-01 07:45, 2009-12-01T07:45",
        "2009-12-01T07:45:31, 2009-12-01T07:45:31",
        "2009-12-01 07:45:31, 2009-12-01T07:45:31",
        "2009-12-01T07:45:31.5, 2009-12-01T07:45:31.500",
        "2009-12-01T23:59:59.9999999, 2009-12-01T23:59:59.999",
        "2009-12-01T23:30:00Z, 2009-12-02T00:30",
        "2009-12-01T23:30Z, 2009-12-02T00:30",
        "2009-07-01T07:45:00+00:00, 2009-07-01T09:45",
        "2009-07-01 07:45:00.250 -0500, 2009-07-01T14:45:00.250",
        "2009-07-01 07:45:00+00, 2009-07-01T09:45",
        "1970-01-01, 1970-01-01T00:00",
        "2199-12-31T23:59:59, 2199-12-31T23:59:59"
    })
    void readsIsoDatesAndTimes(String text, LocalDateTime time) throws RejectedLineException {
        assertThat(occurredAt.read(Column.OCCURRED_AT, text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "2024-02-30",
                "2024-13-01",
                "2024-00-10",
                "2024-01-01T24:00",
                "2024-01-01T12:60",
                "2024-01-01T12:00:60",
                "01.02.2024",
                "2024/01/02",
                "2024-1-2",
                "20240102",
                "2024-01-01T",
                "2024-01-0112:00",
                "2024-01-01T 12:00",
                "2024-01-01  12:00",
                "2024-01-01T12",
                "2024-01-01T12:00:00+25:00",
                "2024-01-01T12:00:00[Europe/Berlin]",
                "2024-01-01X12:00:00",
                "yesterday",
                "0",
                "٢٠٢٤-٠١-٠١"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> occurredAt.read(Column.OCCURRED_AT, text))
                .isInstanceOfSatisfying(
                        RejectedLineException.class,
                        e -> assertThat(e.rejection())
                                .isEqualTo(new Rejection(RejectionReason.BAD_TIME, "occurred_at is no date or time")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1969-12-31", "2200-01-01", "9999-12-31T00:00:00", "0001-01-01", "1970-01-01T00:30:00+02:00"})
    void refusesOtherCenturies(String text) {
        assertThatThrownBy(() -> occurredAt.read(Column.OCCURRED_AT, text))
                .isInstanceOfSatisfying(
                        RejectedLineException.class,
                        e -> assertThat(e.rejection().reason()).isEqualTo(RejectionReason.TIME_OUT_OF_RANGE));
    }
}
