package io.allegiance.jmh;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link ScoreBenchmark} in a process of its own, with the options that the program runs with. */
class PureFunctions {

    @Test
    void costNanoseconds() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(ScoreBenchmark.class.getName())
                        .jvmArgs("-Xmx512m", "-XX:+UseParallelGC")
                        .build())
                .run();
    }
}
