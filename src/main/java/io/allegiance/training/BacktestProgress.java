package io.allegiance.training;

/** Receives the progress of a backtest. An exception that it throws ends the backtest. */
@FunctionalInterface
public interface BacktestProgress {

    /** Receives a sentence for each finished cut-off. */
    void done(String sentence);

    /** Receives a sentence for each finished fit. */
    default void fitted(String sentence) {}
}
