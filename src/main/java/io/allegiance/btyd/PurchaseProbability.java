package io.allegiance.btyd;

/**
 * Whether a customer who is still alive stays away for a time. The two add up to 1, and neither loses digits where it is small.
 *
 * @param none P(N = 0)
 * @param any P(N ≥ 1)
 */
record PurchaseProbability(double none, double any) {}
