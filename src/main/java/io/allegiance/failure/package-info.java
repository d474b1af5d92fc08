/** The failures that a person sees: one root, and a child for each thing that can be done about one. */
@NullMarked
package io.allegiance.failure;

import org.jspecify.annotations.NullMarked;
