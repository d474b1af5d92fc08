package io.allegiance.crossselling;

/** How the next category is proposed ({@code allegiance.next-category}). */
public enum ProposalMethod {
    /** As the model's backtest found better: {@link #POPULAR} where more customers bought of that, else {@link #LIFT}. */
    AUTO,
    /** By {@link CategoryLift}. */
    LIFT,
    /** By {@link PopularCategory}. */
    POPULAR
}
