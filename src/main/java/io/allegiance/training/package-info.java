/** Fitting models from customers' histories, and the registry of what was fitted. */
@NullMarked
package io.allegiance.training;

import org.jspecify.annotations.NullMarked;
