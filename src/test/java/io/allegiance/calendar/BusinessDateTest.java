package io.allegiance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDateTest {

    @Test
    void readsACalendarDay() {
        assertThat(BusinessDate.parse("2025-12-31")).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(BusinessDate.parse("2024-02-29")).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-1-1",
                "20250101",
                " 2025-01-01",
                "2025-01-01T00:00",
                "0999-01-01",
                "+12025-01-01",
                "٢٠٢٥-٠١-٠١"
            })
    void refusesEveryOtherFormAndSaysTheRightOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessDate.parse(text))
                .withMessageStartingWith("a date is written YYYY-MM-DD, such as 2025-12-31; was '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-02-29", "2025-13-01", "2025-04-31", "2025-00-10"})
    void refusesDaysThatTheCalendarDoesNotHave(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BusinessDate.parse(text))
                .withMessage("not a day of the calendar: '" + text + "'");
    }
}
