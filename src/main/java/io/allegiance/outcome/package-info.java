/** Past publications against what happened, once their horizon has passed. */
@NullMarked
package io.allegiance.outcome;

import org.jspecify.annotations.NullMarked;
