/** Imports a file in two passes, and replays quarantined lines. */
@NullMarked
package io.allegiance.intake.load;

import org.jspecify.annotations.NullMarked;
