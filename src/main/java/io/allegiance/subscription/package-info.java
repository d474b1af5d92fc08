/**
 * Models of subscriptions, whose cancellations are seen: from how often subscriptions were renewed to how likely the next renewals
 * are.
 *
 * <p>Data come in as {@link io.allegiance.subscription.RenewalCounts}. {@link io.allegiance.subscription.Sbg} and {@link
 * io.allegiance.subscription.Bdw} are the models, {@link io.allegiance.subscription.RenewalFit} fits both and chooses.
 */
@NullMarked
package io.allegiance.subscription;

import org.jspecify.annotations.NullMarked;
