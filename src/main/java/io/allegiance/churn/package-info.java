/** How likely a customer is not to come back: features, a ranking fitted on past outcomes, and its level. */
@NullMarked
package io.allegiance.churn;

import org.jspecify.annotations.NullMarked;
