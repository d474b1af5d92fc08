package io.allegiance.cli.monitor;

import io.allegiance.watch.RunFigureReader;
import org.springframework.stereotype.Component;

/**
 * What a monitor uses of a started program.
 *
 * @param targets where alerts and metrics go
 * @param figures reads the figures of a run from the database
 */
@Component
public record MonitorContext(MonitorTargets targets, RunFigureReader figures) {}
