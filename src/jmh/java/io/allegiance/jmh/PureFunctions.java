package io.allegiance.jmh;

import io.allegiance.btyd.FitBenchmark;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks in a process of their own, with the options that the program runs with. */
class PureFunctions {

    @Test
    void costNanoseconds() throws RunnerException {
        run(ScoreBenchmark.class);
    }

    @Test
    void fitsCostMilliseconds() throws RunnerException {
        run(FitBenchmark.class);
    }

    private static void run(Class<?> benchmark) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(benchmark.getName())
                        .jvmArgs("-Xmx512m", "-XX:+UseParallelGC")
                        .build())
                .run();
    }
}
