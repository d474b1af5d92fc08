package io.allegiance.btyd;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Milliseconds a fit of MBG/NBD in one thread, over grouped summaries, the grouping included, and customer by customer. The first
 * is meant to be at least ten times as fast.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class FitBenchmark {

    @Param("20000")
    private int customers;

    private FitPair pair;

    @Setup
    public void prepare() {
        pair = FitPair.ofCustomers(customers);
    }

    @Benchmark
    public FitReport grouped() {
        return pair.fitGrouped();
    }

    @Benchmark
    public FitReport customerByCustomer() {
        return pair.fitPlain();
    }
}
