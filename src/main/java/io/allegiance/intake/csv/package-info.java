/** CSV files: records, header, columns and kinds of import. */
@NullMarked
package io.allegiance.intake.csv;

import org.jspecify.annotations.NullMarked;
