/** A file of transactions as an import would take it, without a database. */
@NullMarked
package io.allegiance.intake.preview;

import org.jspecify.annotations.NullMarked;
