/** Reads a transaction file without a database, under the rules of an import; {@code backtest} uses it. */
@NullMarked
package io.allegiance.intake.file;

import org.jspecify.annotations.NullMarked;
