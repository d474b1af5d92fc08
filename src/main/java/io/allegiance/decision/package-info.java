/** The record of what people decided: appended to, never changed, each row bound to the one before by its hash. */
@NullMarked
package io.allegiance.decision;

import org.jspecify.annotations.NullMarked;
