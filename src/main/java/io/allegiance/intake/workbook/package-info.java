/** The rows of an Excel workbook as texts. */
@NullMarked
package io.allegiance.intake.workbook;

import org.jspecify.annotations.NullMarked;
