/** The jobs: each configuration lists its steps in order; the work of a step is in its feature's package. */
@NullMarked
package io.allegiance.job;

import org.jspecify.annotations.NullMarked;
