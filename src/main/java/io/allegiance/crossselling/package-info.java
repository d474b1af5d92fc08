/**
 * Which category a customer is likely to buy of next, derived from which categories customers bought together: {@link
 * io.allegiance.crossselling.CoPurchases} counts, {@link io.allegiance.crossselling.CategoryLift} or {@link io.allegiance.crossselling.PopularCategory} proposes.
 */
@NullMarked
package io.allegiance.crossselling;

import org.jspecify.annotations.NullMarked;
