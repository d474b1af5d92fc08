package io.allegiance.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Folds purchase days into what was spent in each of the two years that end on a date. */
public final class SpendGrowthFold {

    private final LocalDate asOf;
    private int recentDays;
    private long recentSpend;
    private int priorDays;
    private long priorSpend;

    public SpendGrowthFold(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Adds a purchase day, which must not be after the date; where its spend is unknown it does not count. */
    public void addDay(LocalDate day, @Nullable Long spend) {
        long daysAgo = asOf.toEpochDay() - day.toEpochDay();
        if (spend == null || daysAgo >= 2L * LoyaltyFacts.YEAR_DAYS) {
            return;
        }
        if (daysAgo < LoyaltyFacts.YEAR_DAYS) {
            recentDays++;
            recentSpend = Math.addExact(recentSpend, spend);
        } else {
            priorDays++;
            priorSpend = Math.addExact(priorSpend, spend);
        }
    }

    public LoyaltyFacts.Growth toGrowth() {
        return new LoyaltyFacts.Growth(recentDays, recentSpend, priorDays, priorSpend);
    }
}
