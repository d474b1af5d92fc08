/**
 * Buy-till-you-die models of purchase and spend: from a customer's summary to whether, how often and for how
 * much they will buy.
 *
 * <p>A customer is summed up by x, t_x and T ({@link io.allegiance.btyd.PurchaseSummary}). {@link
 * io.allegiance.btyd.PurchaseModelFamily} lists the purchase models in order; {@link io.allegiance.btyd.GammaGamma}
 * models spend. Days come in; the papers' unit, the week, is used inside the formulas.
 */
@NullMarked
package io.allegiance.btyd;

import org.jspecify.annotations.NullMarked;
