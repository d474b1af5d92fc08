/** Renders results as text or JSON on standard output. */
@NullMarked
package io.allegiance.cli.text;

import org.jspecify.annotations.NullMarked;
