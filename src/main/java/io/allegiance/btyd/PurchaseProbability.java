package io.allegiance.btyd;

/**
 * The probabilities that an alive customer buys, or does not buy, within a period. They add up to 1, and each keeps its
 * precision where it is small.
 *
 * @param none P(N = 0)
 * @param any P(N ≥ 1)
 */
record PurchaseProbability(double none, double any) {}
