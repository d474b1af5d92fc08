/** Hash functions: of texts, and of values in a form in which different values differ. */
@NullMarked
package io.allegiance.hash;

import org.jspecify.annotations.NullMarked;
