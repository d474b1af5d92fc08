/** What comes in: files are checked line by line and land, and source rows are held against the same rules. */
@NullMarked
package io.allegiance.intake;

import org.jspecify.annotations.NullMarked;
