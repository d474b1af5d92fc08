package io.allegiance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.history.DayLineCount;
import io.allegiance.settings.nightly.NightlySettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectLimitTest {

    private static final LocalDate DATE = LocalDate.of(2025, 3, 30);
    private static final RejectLimit LIMIT = new RejectLimit(new NightlySettings.RejectSettings(1_000, 1));

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "0, 0, false",
        "1, 1, false",
        "2, 21, false",
        "2, 20, true",
        "4, 8, true",
        "10, 101, false",
        "10, 10, true",
        "11, 1100, false",
        "11, 1099, true",
        "11, 11, true",
        "1000, 1000000, false",
        "1001, 1000000, true"
    })
    void aDayMayHaveSoManyButAHandfulFailsNoSmallShop(long rejected, long lines, boolean tooMany) {
        assertThat(LIMIT.find(DATE, List.of(day(DATE, rejected, lines))).isPresent())
                .isEqualTo(tooMany);
    }

    @Test
    void theDateIsLookedAtByItselfAndWithTheOthers() {
        DayLineCount manyBefore = day(DATE.minusDays(2), 500, 1_000);
        DayLineCount none = day(DATE.minusDays(1), 0, 1_000_000);
        assertThat(LIMIT.find(DATE, List.of(manyBefore, none, day(DATE, 3, 1_000))))
                .isEmpty();
        assertThat(LIMIT.find(DATE, List.of(manyBefore, day(DATE, 3, 1_000))))
                .hasValueSatisfying(excess -> assertThat(excess.sentence())
                        .isEqualTo("503 of the 2000 lines of 2025-03-28 to 2025-03-30 were rejected, 25.15 %, more than"
                                + " the 1.0 %"));
        assertThat(LIMIT.find(DATE, List.of(none, day(DATE, 20, 1_000))))
                .hasValueSatisfying(excess ->
                        assertThat(excess.sentence()).startsWith("20 of the 1000 lines of 2025-03-30 were rejected"));
        assertThat(LIMIT.find(DATE, List.of(day(DATE.minusDays(1), 600, 1_000_000), day(DATE, 600, 1_000_000))))
                .hasValueSatisfying(excess ->
                        assertThat(excess.sentence()).endsWith("were rejected, 0.06 %, more than the 1000 lines"));
    }

    @Test
    void linesRefusedAtImportCountAsThoseOfTheNight() {
        List<DayLineCount> counts = RejectLimit.add(List.of(day(DATE, 1, 5)), Map.of(DATE, 4L, DATE.minusDays(1), 2L));
        assertThat(counts).extracting(DayLineCount::rejected).containsExactly(2L, 5L);
        assertThat(counts).extracting(DayLineCount::lines).containsExactly(2L, 9L);
        assertThat(LIMIT.find(DATE, counts))
                .hasValueSatisfying(excess -> assertThat(excess.sentence())
                        .startsWith("5 of the 9 lines of 2025-03-30 were rejected, 55.56 %"));
    }

    @Test
    void aLimitIsANumberOfLinesAndAPercentage() {
        assertThatThrownBy(() -> new NightlySettings.RejectSettings(-1, 1)).hasMessageContaining("most-lines");
        assertThatThrownBy(() -> new NightlySettings.RejectSettings(1, 101)).hasMessageContaining("most-percent");
        assertThatThrownBy(() -> new NightlySettings.RejectSettings(1, Double.NaN))
                .hasMessageContaining("NaN");
    }

    private static DayLineCount day(LocalDate date, long rejected, long lines) {
        return new DayLineCount(date, lines - rejected, 0, rejected, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
