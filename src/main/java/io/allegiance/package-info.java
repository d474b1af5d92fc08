/** The program and its features, one package each, in the order of the data. */
@NullMarked
package io.allegiance;

import org.jspecify.annotations.NullMarked;
