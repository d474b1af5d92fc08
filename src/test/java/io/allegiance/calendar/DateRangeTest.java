package io.allegiance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    @Test
    void isARangeOrADate() {
        DateRange range = DateRange.of("2024-03-16..2024-05-31");
        assertThat(range).isEqualTo(new DateRange(LocalDate.of(2024, 3, 16), LocalDate.of(2024, 5, 31)));
        assertThat(range.days()).isEqualTo(77);
        assertThat(range).hasToString("2024-03-16..2024-05-31");
        assertThat(DateRange.of(" 2024-03-16 .. 2024-05-31 ")).isEqualTo(range);
        assertThat(DateRange.of("2024-12-25").days()).isEqualTo(1);
        assertThat(DateRange.of("2024-12-25")).hasToString("2024-12-25");
        assertThat(range.contains(DateRange.of("2024-05-31"))).isTrue();
        assertThat(range.contains(DateRange.of("2024-05-31..2024-06-01"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-31..2024-03-16, begins with the earlier one; was 2024-05-31..2024-03-16",
        "2024-02-30, not a day of the calendar: '2024-02-30'",
        "Christmas, and one date such as 2024-12-25; was 'Christmas'",
        "2024-03-16-2024-05-31, is written such as 2024-03-16..2024-05-31",
        "2024-03-16.., was '2024-03-16..'",
        "0024-03-16, a date is written YYYY-MM-DD"
    })
    void anythingElseIsRefusedWithItsForm(String text, String words) {
        assertThatThrownBy(() -> DateRange.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
