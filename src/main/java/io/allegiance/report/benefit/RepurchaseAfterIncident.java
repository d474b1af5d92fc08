package io.allegiance.report.benefit;

import io.allegiance.report.figure.CustomerRow;
import io.allegiance.report.figure.Figure;
import io.allegiance.report.figure.FigureGroup;
import io.allegiance.report.figure.Ratio;
import io.allegiance.report.figure.Unit;
import java.math.BigDecimal;
import java.util.List;

/**
 * The benefit of the doubt: they stay after a mistake. Σ forgiven / Σ incidents, of all customers and by segment: days
 * with a service incident or a return, H days old or older, and those of them after which there was a purchase day
 * within H days.
 */
final class RepurchaseAfterIncident implements Benefit {

    private final int horizonDays;
    private final Count all = new Count();
    private final BySegment<Count> segments = new BySegment<>(Count::new);

    RepurchaseAfterIncident(int horizonDays) {
        this.horizonDays = horizonDays;
    }

    private static final class Count {
        private long incidents;
        private long forgiven;

        void addIncidents(long moreIncidents, long moreForgiven) {
            incidents += moreIncidents;
            forgiven += moreForgiven;
        }
    }

    @Override
    public void addCustomer(CustomerRow row) {
        CustomerRow.Past past = row.past();
        if (past != null) {
            all.addIncidents(past.incidents().count(), past.incidents().forgiven());
            segments.of(row.score().segment())
                    .addIncidents(past.incidents().count(), past.incidents().forgiven());
        }
    }

    @Override
    public BenefitFigures figures() {
        return new BenefitFigures(
                "repurchase_after_incident",
                "They forgive",
                forgiven("After {} of incidents the customer bought again", all),
                "Days with a service incident or a return, " + horizonDays
                        + " days old or older, that were followed by a purchase day within " + horizonDays
                        + " days, divided by all such days.",
                List.of(incidents(all)),
                "segment",
                segments.groups((segment, count) ->
                        new FigureGroup(segment, List.of(forgiven("bought again after", count), incidents(count)))));
    }

    private Figure forgiven(String label, Count count) {
        return Figure.of("forgiven", label, Unit.SHARE, Ratio.share(count.forgiven, count.incidents), noIncident());
    }

    private Figure incidents(Count count) {
        return Figure.of(
                "incidents",
                "incidents",
                Unit.COUNT,
                count.incidents == 0 ? null : BigDecimal.valueOf(count.incidents),
                noIncident());
    }

    private String noIncident() {
        return "no incident is " + horizonDays + " days old";
    }
}
