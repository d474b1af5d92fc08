package io.allegiance.report.benefit;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.EarlierPublication;
import io.allegiance.report.figure.ExactMean;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Retention, of all customers and by segment:
 *
 * <pre>
 *   expected   mean of 1 - churn probability over the customers of a segment tonight who have one
 *   observed   of the customers of a segment in the newest publication at least {@value MeasuredNight#OLDER_DAYS} days older than tonight's,
 *              the share with a purchase day after its date, up to tonight's
 * </pre>
 *
 * Customers of the older publication who are gone tonight count as not retained.
 */
final class Retention implements Benefit {

    private static final long ONE = 1_000_000;
    private static final String NO_NUMBER = "no customer has a churn probability";

    private final MeasuredNight night;
    private final ExactMean expected = new ExactMean();
    private final BySegment<ExactMean> expectedOf = new BySegment<>(ExactMean::new);
    private final BySegment<ExactMean> returnedOf = new BySegment<>(ExactMean::new);
    private long returned;

    Retention(MeasuredNight night) {
        this.night = night;
    }

    @Override
    public void addCustomer(CustomerRow row) {
        Long churn = row.score().churn();
        ExactMean ofSegment = expectedOf.of(row.score().segment());
        if (churn != null) {
            expected.addValue(ONE - churn);
            ofSegment.addValue(ONE - churn);
        }
        EarlierPublication older = night.older();
        if (older != null && row.olderSegment() != null && hasReturned(row.past(), older.scoreDate())) {
            returned++;
            returnedOf.of(row.olderSegment()).addValue(1);
        }
    }

    private static boolean hasReturned(CustomerRow.@Nullable Past past, LocalDate since) {
        return past != null
                && past.lastPurchaseDay() != null
                && past.lastPurchaseDay().isAfter(since);
    }

    @Override
    public BenefitFigures figures() {
        night.olderSegments().keySet().forEach(expectedOf::of);
        long before = night.olderSegments().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new BenefitFigures(
                "retention",
                "They stay",
                expected("{} of customers are expected to buy again within " + night.horizonDays() + " days", expected),
                "Expected: the mean of 1 - churn probability over the " + night.horizonDays()
                        + " days to come. Observed: of the customers of each segment in the newest publication at least "
                        + MeasuredNight.OLDER_DAYS + " days older than this one, the share with a purchase day since. "
                        + describeOlder(),
                List.of(observed("observed so far", returned, before)),
                "segment",
                expectedOf.groups(this::group));
    }

    private String describeOlder() {
        EarlierPublication older = night.older();
        if (older == null) {
            return "There is no such publication yet.";
        }
        long days = night.date().toEpochDay() - older.scoreDate().toEpochDay();
        return "That is publication " + older.publication() + " of " + older.scoreDate() + ", so observed is over "
                + days + " days.";
    }

    private FigureGroup group(String segment, ExactMean mean) {
        long before = night.olderSegments().getOrDefault(segment, 0L);
        return new FigureGroup(
                segment,
                List.of(
                        expected("expected", mean),
                        observed("observed so far", returnedOf.of(segment).count(), before),
                        Figure.count("customers_before", "customers then", before)));
    }

    private static Figure expected(String label, ExactMean mean) {
        return Figure.of("expected", label, Unit.SHARE, mean.of(FixedPoint.PROBABILITY, Ratio.SHARE), NO_NUMBER);
    }

    private Figure observed(String label, long customers, long of) {
        return Figure.of(
                "observed",
                label,
                Unit.SHARE,
                Ratio.share(customers, of),
                night.older() == null
                        ? "not known yet: no publication is " + MeasuredNight.OLDER_DAYS + " days older"
                        : "nobody was in it then");
    }
}
