/** The report of a run: what went in, what came out, and whether it balanced. */
@NullMarked
package io.allegiance.report;

import org.jspecify.annotations.NullMarked;
