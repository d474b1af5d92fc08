package io.allegiance.scoring;

import java.util.List;

/**
 * All that is published for one customer, as the bytes that are published and hashed.
 *
 * @param score the row of the score
 * @param further a row for each further horizon, as {@link HorizonRow} writes it; the arrays must not be changed
 */
public record EncodedCustomer(EncodedScore score, List<byte[]> further) {

    public EncodedCustomer {
        further = List.copyOf(further);
    }
}
