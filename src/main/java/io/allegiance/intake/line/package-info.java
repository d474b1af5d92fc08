/** The input contract for one line: its columns, its rules, and why a line is rejected. */
@NullMarked
package io.allegiance.intake.line;

import org.jspecify.annotations.NullMarked;
