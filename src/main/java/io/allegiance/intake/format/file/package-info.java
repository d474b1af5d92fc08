/** Reads formats from YAML and writes them. */
@NullMarked
package io.allegiance.intake.format.file;

import org.jspecify.annotations.NullMarked;
