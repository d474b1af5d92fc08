package io.allegiance.training;

import io.allegiance.crossselling.CategoryLift;
import io.allegiance.crossselling.CoPurchases;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The part of a model that proposes the next best category.
 *
 * @param coPurchases of which categories customers bought together, up to the model's date
 * @param backtest the quality of such proposals at past cut-offs; null before it is known, or without such a date
 */
public record CrossSelling(
        CoPurchases coPurchases, @Nullable NextCategoryBacktest backtest) {

    /**
     * Fits it as of a date; null where no two categories were bought together by enough customers, so nothing is known.
     */
    static @Nullable CrossSelling fit(@Nullable CategoryLog log, LocalDate asOf) {
        if (log == null) {
            return null;
        }
        CoPurchases counted = log.countCoPurchases(asOf);
        return counted.categories().isEmpty() ? null : new CrossSelling(counted, null);
    }

    CrossSelling withBacktest(NextCategoryBacktest report) {
        return new CrossSelling(coPurchases, report);
    }

    CategoryLift toCategoryLift() {
        return CategoryLift.of(coPurchases);
    }

    /** How it came out, in a sentence. */
    public String statement() {
        return "Next best category: one of " + coPurchases.categories().size()
                + ", each bought together with another by " + coPurchases.minimumSupport() + " or more of the "
                + coPurchases.customers() + " customers looked at.";
    }
}
