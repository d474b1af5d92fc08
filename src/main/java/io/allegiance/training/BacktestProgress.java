package io.allegiance.training;

/** Hears how far a backtest is. What it throws ends the backtest. */
@FunctionalInterface
public interface BacktestProgress {

    /** Hears a sentence for each cut-off that is done. */
    void done(String sentence);

    /** Hears a sentence for each fit on the way there. */
    default void fitted(String sentence) {}
}
