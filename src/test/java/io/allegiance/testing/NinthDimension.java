package io.allegiance.testing;

import io.allegiance.loyalty.Dimension;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.loyalty.LoyalCustomer;
import io.allegiance.loyalty.LoyaltyNorms;
import java.util.List;
import java.util.stream.Stream;

/** A dimension that the program does not have: 100 · T / (T + 365) for a customer of age T in days. */
public final class NinthDimension implements Dimension {

    /** The dimensions of the program and this one. */
    public static final List<Dimension> NINE = Stream.concat(Dimensions.ALL.stream(), Stream.of(new NinthDimension()))
            .toList();

    private static final double YEAR_DAYS = 365;

    @Override
    public String name() {
        return "long_tenure";
    }

    @Override
    public String meaning() {
        return "they stay for years";
    }

    @Override
    public double score(LoyalCustomer customer, LoyaltyNorms norms) {
        return 100 * customer.ageDays() / (customer.ageDays() + YEAR_DAYS);
    }
}
