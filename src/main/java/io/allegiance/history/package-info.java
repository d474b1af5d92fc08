/** From lines to customer days, and from customer days to purchase histories: two folds and where they are kept. */
@NullMarked
package io.allegiance.history;

import org.jspecify.annotations.NullMarked;
