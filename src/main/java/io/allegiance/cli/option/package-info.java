/** Options that several commands share. */
@NullMarked
package io.allegiance.cli.option;

import org.jspecify.annotations.NullMarked;
