/** Quarantined lines: stored, listed, counted, and closed once a later import or replay lands them. */
@NullMarked
package io.allegiance.intake.quarantine;

import org.jspecify.annotations.NullMarked;
