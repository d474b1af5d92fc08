/** How good predictions were, once it is known what happened. */
@NullMarked
package io.allegiance.churn.quality;

import org.jspecify.annotations.NullMarked;
