/** What a file is stored in: nothing, gzip, zip or a workbook; and files that are refused by name. */
@NullMarked
package io.allegiance.intake.container;

import org.jspecify.annotations.NullMarked;
