/** Turns what a command throws into an exit code and a message for a person. */
@NullMarked
package io.allegiance.cli.exit;

import org.jspecify.annotations.NullMarked;
