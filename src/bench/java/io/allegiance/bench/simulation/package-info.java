/** A night as a discrete-event simulation: processors of server and workers, the wire, claims, and workers that die. */
@NullMarked
package io.allegiance.bench.simulation;

import org.jspecify.annotations.NullMarked;
