/** The record of runs: which dates ran, what each run froze when it opened, and what it counted. */
@NullMarked
package io.allegiance.run;

import org.jspecify.annotations.NullMarked;
