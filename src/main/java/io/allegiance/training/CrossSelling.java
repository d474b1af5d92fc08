package io.allegiance.training;

import io.allegiance.crossselling.CategoryLift;
import io.allegiance.crossselling.CategoryProposer;
import io.allegiance.crossselling.CoPurchases;
import io.allegiance.crossselling.PopularCategory;
import io.allegiance.crossselling.ProposalMethod;
import java.time.LocalDate;
import java.util.Optional;
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
     * Fits it as of a date; empty where no two categories were bought together by enough customers, so nothing is known.
     */
    static Optional<CrossSelling> fit(CategoryLog log, LocalDate asOf) {
        return Optional.of(log.countCoPurchases(asOf))
                .filter(counted -> !counted.categories().isEmpty())
                .map(counted -> new CrossSelling(counted, null));
    }

    CrossSelling withBacktest(NextCategoryBacktest report) {
        return new CrossSelling(coPurchases, report);
    }

    /**
     * How categories are proposed where a method is configured: {@link ProposalMethod#LIFT} or {@link ProposalMethod#POPULAR}.
     * Without a backtest {@link ProposalMethod#AUTO} is the first.
     */
    public ProposalMethod choose(ProposalMethod configured) {
        if (configured != ProposalMethod.AUTO) {
            return configured;
        }
        return backtest != null && backtest.popularHitRate() > backtest.hitRate()
                ? ProposalMethod.POPULAR
                : ProposalMethod.LIFT;
    }

    CategoryProposer toProposer(ProposalMethod configured) {
        return choose(configured) == ProposalMethod.POPULAR
                ? PopularCategory.of(coPurchases)
                : CategoryLift.of(coPurchases);
    }

    /** How it came out, in a sentence. */
    public String statement() {
        return "Next best category: one of " + coPurchases.categories().size()
                + ", each bought together with another by " + coPurchases.minimumSupport() + " or more of the "
                + coPurchases.customers() + " customers looked at.";
    }
}
