/** The files, variables and options that the configuration comes from: which keys there are, what is refused, what was changed. */
@NullMarked
package io.allegiance.settings.source;

import org.jspecify.annotations.NullMarked;
