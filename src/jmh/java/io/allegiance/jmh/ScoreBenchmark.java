package io.allegiance.jmh;

import io.allegiance.calendar.OpenDays;
import io.allegiance.btyd.PurchaseForecast;
import io.allegiance.btyd.PurchaseSummary;
import io.allegiance.churn.CustomerAsOf;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.ExportRow;
import io.allegiance.scoring.PublicationDigests;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds a customer, in one thread, of each part of a score and of the whole. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Population.CUSTOMERS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoreBenchmark {

    private Population population;
    private PurchaseSummary[] summaries;
    private CustomerAsOf[] customers;
    private CustomerScore[] scores;
    private final ExportRow row = new ExportRow();

    @Setup
    public void prepare() {
        population = new Population();
        summaries = population.histories.stream()
                .map(history -> CustomerAsOf.summary(history, Population.DATE, OpenDays.NONE))
                .toArray(PurchaseSummary[]::new);
        customers = population.histories.stream().map(this::look).toArray(CustomerAsOf[]::new);
        scores = population.histories.stream()
                .map(history -> population.scorer.score(history, 0, null))
                .toArray(CustomerScore[]::new);
    }

    private CustomerAsOf look(PurchaseHistory history) {
        return population.model.at(Population.DATE, OpenDays.NONE).look(history);
    }

    /** churn(H) and P(alive). */
    @Benchmark
    public double churnAndAlive() {
        double sum = 0;
        for (PurchaseSummary summary : summaries) {
            PurchaseForecast forecast = population.purchases.forecast(summary, Population.HORIZON);
            sum += forecast.churnProbability() + forecast.probabilityAlive();
        }
        return sum;
    }

    /** The logit of churn(H), which the ranking asks for. */
    @Benchmark
    public double churnLogit() {
        double sum = 0;
        for (CustomerAsOf customer : customers) {
            sum += customer.modelLogit();
        }
        return sum;
    }

    /** E[N]. */
    @Benchmark
    public double expectedPurchases() {
        double sum = 0;
        for (PurchaseSummary summary : summaries) {
            sum += population.purchases.expectedPurchases(summary, Population.HORIZON);
        }
        return sum;
    }

    /** All features, and what each adds to the logit. */
    @Benchmark
    public void features(Blackhole hole) {
        for (CustomerAsOf customer : customers) {
            hole.consume(population.model.churn().shares(customer));
        }
    }

    /** Three RFM scores. */
    @Benchmark
    public void rfm(Blackhole hole) {
        for (CustomerAsOf customer : customers) {
            hole.consume(population.thresholds.rfm()
                    .score(
                            customer.daysSinceLastPurchase(),
                            customer.history().recent().purchaseDays365(),
                            customer.history().recent().spend365()));
        }
    }

    /** The bytes of the published row, and both digests of it. */
    @Benchmark
    public PublicationDigests encodingAndDigest() {
        PublicationDigests digests = new PublicationDigests();
        for (CustomerScore score : scores) {
            digests.addRow(row.toEncoded(score));
        }
        return digests;
    }

    /** From a history to the digests of its row: features, model, RFM, dimensions, segment, encoding and hashes. */
    @Benchmark
    public PublicationDigests wholeScore() {
        PublicationDigests digests = new PublicationDigests();
        for (PurchaseHistory history : population.histories) {
            digests.addRow(row.toEncoded(population.scorer.score(history, 0, null)));
        }
        return digests;
    }
}
