/** Formats: how a row of a vendor's export becomes lines of our own format. */
@NullMarked
package io.allegiance.intake.format;

import org.jspecify.annotations.NullMarked;
