package io.allegiance.cli.monitor;

import io.allegiance.watch.RunFigureReader;
import org.springframework.stereotype.Component;

/**
 * The beans of a started program that a monitor uses.
 *
 * @param targets where alerts and metrics go
 * @param figures reads the figures of a run from the database
 */
@Component
public record MonitorContext(MonitorTargets targets, RunFigureReader figures) {}
