package io.allegiance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.report.figure.CustomerRows;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.run.RunSteps.Execution;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerFiguresTest {

    private static final LocalDateTime START = LocalDateTime.of(2025, 12, 31, 23, 59, 59);

    @Test
    void thoseToSaveAreTheFirstTwentyByValueThenById() {
        SplittableRandom random = new SplittableRandom(5);
        CustomersToSave toSave = new CustomersToSave();
        List<RunReport.CustomerToSave> all = new ArrayList<>();
        for (int customer = 0; customer < 500; customer++) {
            long value = random.nextInt(30);
            String id = String.format(Locale.ROOT, "C%03d", customer);
            toSave.addCustomer(CustomerRows.of(id, "LOYAL").atRisk(value).row());
            all.add(new RunReport.CustomerToSave(id, "LOYAL", null, BigDecimal.valueOf(value, 4)));
        }
        toSave.addCustomer(CustomerRows.of("Z", "LOYAL").row());
        all.sort(Comparator.comparing(RunReport.CustomerToSave::valueAtRisk)
                .reversed()
                .thenComparing(RunReport.CustomerToSave::customerId));
        assertThat(toSave.figures()).isEqualTo(all.subList(0, 20));
    }

    @Test
    void tenthsHoldTheirLeastValueAndTheLastHoldsTheGreatest() {
        EqualWidthBins tenths = new EqualWidthBins(10_000);
        IntStream.of(0, 999, 1_000, 8_999, 9_000, 10_000).forEach(tenths::addValue);
        assertThat(tenths.counts()).containsExactly(2L, 1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 2L);
    }

    @Test
    void whoIsGoneCountsInTheMeanOfBefore() {
        SegmentMoves moves = new SegmentMoves();
        moves.addCustomer(CustomerRows.of("A", "LOYAL").after("LOYAL").row());
        moves.addCustomer(CustomerRows.of("B", "LOST").after("LOYAL").row());
        moves.addCustomer(CustomerRows.of("C", "NEW").row());
        assertThat(moves.found()).isEqualTo(2);
        RunReport.Before before = moves.figures(
                new EarlierPublication(7, LocalDate.of(2025, 12, 30), 0, 5), new ReportRows.Gone(3, 2, 500_000));
        assertThat(before.stayed()).isEqualTo(1);
        assertThat(before.moved()).isEqualTo(1);
        assertThat(before.arrived()).isEqualTo(1);
        assertThat(before.gone()).isEqualTo(3);
        assertThat(before.meanChurn()).isEqualByComparingTo("0.25");
        assertThat(before.flows()).containsExactly(new RunReport.Flow("LOYAL", "LOST", 1));
    }

    @Test
    void restartedStepCountsAllAttemptsAndPartitionsOnce() {
        List<RunReport.Step> steps = StepFigures.of(List.of(
                execution("openDay", START, 100L, 0, 0),
                execution("score", START.plusSeconds(1), 2_000L, 0, 0),
                execution("score:partition0", START.plusSeconds(1), 1_900L, 300, 200),
                execution("score:partition1", START.plusSeconds(1), 1_900L, 500, 500),
                execution("score", START.plusSeconds(60), 3_000L, 200, 200),
                execution("score:partition0", START.plusSeconds(60), 2_900L, 200, 200),
                new Execution("writeReport", "STARTED", START.plusSeconds(64), null, START.plusSeconds(64), 0, 0)));
        assertThat(steps)
                .containsExactly(
                        new RunReport.Step("openDay", 0, START, 0, 100L, null, null, null),
                        new RunReport.Step("score", 2, START.plusSeconds(1), 1_000, 5_000L, 1_000L, 900L, 200L),
                        new RunReport.Step("writeReport", 0, START.plusSeconds(64), 64_000, null, null, null, null));
        assertThat(StepFigures.of(Collections.emptyList())).isEmpty();
    }

    private static Execution execution(String name, LocalDateTime start, long millis, long read, long written) {
        LocalDateTime end = start.plus(Duration.ofMillis(millis));
        return new Execution(name, "COMPLETED", start, end, end, read, written);
    }
}
