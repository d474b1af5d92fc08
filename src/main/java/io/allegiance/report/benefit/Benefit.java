package io.allegiance.report.benefit;

import io.allegiance.report.figure.CustomerRow;

/** One benefit that loyalty is said to bring, measured over all customers of a night. An object measures one night. */
public interface Benefit {

    /** Returns whether it counts histories, which move on with the next night; else scores alone, which stay. */
    default boolean countsHistories() {
        return true;
    }

    /** Adds the next customer. */
    void addCustomer(CustomerRow row);

    /** Returns the measured figures. */
    BenefitFigures figures();
}
