package io.allegiance.explain;

import io.allegiance.calendar.OpenDays;
import io.allegiance.churn.ChurnLevel;
import io.allegiance.decimal.FixedPoint;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.training.LevelStatement;
import io.allegiance.wording.Counted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains what the last days, the season and closures did to the level of churn. */
final class LevelExplanation {

    private LevelExplanation() {}

    /**
     * Explains the level of a customer's score.
     *
     * @param level of the model; null in a model of an earlier version
     * @param history with a purchase day
     * @param openDays those of the run that computed the score
     */
    static Explanation.Level of(
            @Nullable ChurnLevel level, PurchaseHistory history, LocalDate scoreDate, OpenDays openDays) {
        LocalDate first = Objects.requireNonNull(history.firstPurchaseDay());
        long days = ChronoUnit.DAYS.between(first, scoreDate);
        long closed = days - openDays.between(first, scoreDate);
        List<String> statements = new ArrayList<>();
        if (level != null) {
            statements.add(LevelStatement.ofLast30Days(level));
            statements.add(LevelStatement.ofSeason(level));
        }
        statements.add(ofClosures(days, closed, openDays));
        return new Explanation.Level(
                level == null ? null : rounded(level.delta()),
                level == null ? null : rounded(level.ofLast30Days()),
                level == null ? null : rounded(level.ofFormerYears()),
                days,
                closed,
                statements);
    }

    private static String ofClosures(long days, long closed, OpenDays openDays) {
        if (closed > 0) {
            return "Of the " + Counted.of(days, "day") + " since the first purchase day, "
                    + Counted.of(closed, "does", "do") + " not count: the whole shop was shut.";
        }
        return openDays.closures().isEmpty()
                ? "No closure of the shop is known."
                : (days == 1 ? "The 1 day" : "All " + days + " days") + " since the first purchase day "
                        + (days == 1 ? "counts" : "count") + ": the closures of the shop are at other times.";
    }

    private static BigDecimal rounded(double logits) {
        return new BigDecimal(logits).setScale(FixedPoint.PROBABILITY, RoundingMode.HALF_EVEN);
    }
}
