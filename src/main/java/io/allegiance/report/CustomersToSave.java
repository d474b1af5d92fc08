package io.allegiance.report;

import io.allegiance.decimal.FixedPoint;
import io.allegiance.report.figure.CustomerRow;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The {@value #SHOWN} customers with the greatest value at risk, greatest first, equals in the order of the bytes of their
 * ids. Customers come in that order, so of equals the one that came first stays.
 */
final class CustomersToSave {

    private static final int SHOWN = 20;

    private static final Comparator<Candidate> LEAST_FIRST =
            Comparator.comparingLong(Candidate::valueAtRisk).thenComparing(Candidate::place, Comparator.reverseOrder());

    private final PriorityQueue<Candidate> best = new PriorityQueue<>(SHOWN + 1, LEAST_FIRST);
    private long place;

    private record Candidate(CustomerRow row, long valueAtRisk, long place) {}

    void addCustomer(CustomerRow row) {
        Long value = row.score().valueAtRisk();
        place++;
        if (value == null || (best.size() == SHOWN && value <= best.element().valueAtRisk())) {
            return;
        }
        best.add(new Candidate(row, value, place));
        if (best.size() > SHOWN) {
            best.remove();
        }
    }

    List<RunReport.CustomerToSave> figures() {
        return best.stream()
                .sorted(LEAST_FIRST.reversed())
                .map(CustomersToSave::toCustomer)
                .toList();
    }

    private static RunReport.CustomerToSave toCustomer(Candidate candidate) {
        CustomerRow row = candidate.row();
        Long churn = row.score().churn();
        return new RunReport.CustomerToSave(
                row.customerId(),
                row.score().segment(),
                churn == null ? null : FixedPoint.decimal(churn, FixedPoint.PROBABILITY),
                FixedPoint.decimal(candidate.valueAtRisk(), FixedPoint.MONEY));
    }
}
