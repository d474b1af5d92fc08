/** The input view {@code source_transaction} and the small tables beside it. */
@NullMarked
package io.allegiance.intake.source;

import org.jspecify.annotations.NullMarked;
