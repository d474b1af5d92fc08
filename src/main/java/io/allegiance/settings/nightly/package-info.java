/** The configuration of nights: as the files have it, and as a run froze it. */
@NullMarked
package io.allegiance.settings.nightly;

import org.jspecify.annotations.NullMarked;
