package io.allegiance.scoring;

import java.util.List;

/**
 * All that is published for one customer.
 *
 * @param score the score over the main horizon
 * @param further the same over each further horizon of the model, the shortest first; empty for a customer without a number
 */
public record ScoredCustomer(CustomerScore score, List<HorizonScore> further) {

    public ScoredCustomer {
        further = List.copyOf(further);
    }
}
