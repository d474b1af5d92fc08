package io.allegiance.intake.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxRatesTest {

    private final FxRates rates = new FxRates(List.of(
            new FxRate("GBP", LocalDate.of(2024, 1, 10), new BigDecimal("1.15")),
            new FxRate("GBP", LocalDate.of(2024, 1, 12), new BigDecimal("1.17"))));

    @Test
    void theLastRateOfTheDayOrTheSevenDaysBeforeCounts() {
        assertThat(rates.find("GBP", LocalDate.of(2024, 1, 9))).isEmpty();
        assertThat(rates.find("GBP", LocalDate.of(2024, 1, 10))).contains(new BigDecimal("1.15"));
        assertThat(rates.find("GBP", LocalDate.of(2024, 1, 11))).contains(new BigDecimal("1.15"));
        assertThat(rates.find("GBP", LocalDate.of(2024, 1, 19))).contains(new BigDecimal("1.17"));
        assertThat(rates.find("GBP", LocalDate.of(2024, 1, 20))).isEmpty();
        assertThat(rates.find("USD", LocalDate.of(2024, 1, 12))).isEmpty();
    }
}
