/** The jobs: each configuration lists its steps in order; what a step does lies with its feature. */
@NullMarked
package io.allegiance.job;

import org.jspecify.annotations.NullMarked;
