package io.allegiance.report;

import io.allegiance.report.benefit.Benefit;
import io.allegiance.report.benefit.BenefitFigures;
import io.allegiance.report.benefit.Benefits;
import io.allegiance.report.benefit.MeasuredNight;
import io.allegiance.report.figure.CustomerRow;
import io.allegiance.scoring.ScoreColumns;
import java.util.List;

/** All figures counted in the single pass over the customers of a night. Its memory does not grow with their number. */
final class CustomerFigures {

    final SegmentTotals segments = new SegmentTotals();
    final SegmentMoves moves = new SegmentMoves();
    final ChurnSpread churn = new ChurnSpread();
    final LoyaltySpread loyalty = new LoyaltySpread(ScoreColumns.LOYALTY);
    final CustomersToSave customersToSave = new CustomersToSave();
    final ProposalCounts proposals = new ProposalCounts();
    private final List<Benefit> benefits;

    CustomerFigures(MeasuredNight night) {
        this.benefits = Benefits.of(night);
    }

    void addCustomer(CustomerRow row) {
        segments.addCustomer(row);
        moves.addCustomer(row);
        churn.addCustomer(row);
        loyalty.addCustomer(row);
        customersToSave.addCustomer(row);
        proposals.addCustomer(row);
        for (Benefit benefit : benefits) {
            benefit.addCustomer(row);
        }
    }

    RunReport.Customers customers() {
        long all = segments.customers();
        long scored = churn.scored();
        return new RunReport.Customers(all, scored, all - scored);
    }

    List<BenefitFigures> benefits() {
        return benefits.stream().map(Benefit::figures).toList();
    }

    /** The benefits where the histories are of another date by now: those that count scores alone keep their values. */
    List<BenefitFigures> benefitsWithoutHistories(String reason) {
        return benefits.stream()
                .map(benefit -> benefit.countsHistories() ? benefit.figures().withheld(reason) : benefit.figures())
                .toList();
    }
}
