/** Monitors an unattended command from start to end: deadline, alerts and metrics. */
@NullMarked
package io.allegiance.cli.monitor;

import org.jspecify.annotations.NullMarked;
