/** The command line: one class for each command, and the program that turns a command line into an exit code. */
@NullMarked
package io.allegiance.cli;

import org.jspecify.annotations.NullMarked;
