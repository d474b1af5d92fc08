/**
 * The tables {@code customer_day}, {@code purchase_history} and {@code history_due}: streamed reads, folds of what is
 * due, writes.
 */
@NullMarked
package io.allegiance.history.store;

import org.jspecify.annotations.NullMarked;
