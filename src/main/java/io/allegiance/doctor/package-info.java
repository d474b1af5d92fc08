/**
 * Checks in advance what would fail tonight: one class for each check, in the order of {@link HealthChecks}. Reads
 * only.
 */
@NullMarked
package io.allegiance.doctor;

import org.jspecify.annotations.NullMarked;
