/** Monitors an unattended command from start to end: deadline, alerts, metrics, and how it failed. */
@NullMarked
package io.allegiance.cli.monitor;

import org.jspecify.annotations.NullMarked;
