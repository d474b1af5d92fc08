/** Monitoring of unattended runs: deadlines, alerts, metrics. */
@NullMarked
package io.allegiance.watch;

import org.jspecify.annotations.NullMarked;
