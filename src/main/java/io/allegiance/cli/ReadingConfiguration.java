package io.allegiance.cli;

import io.allegiance.job.JobConfiguration;
import io.allegiance.job.lease.LeaseConfiguration;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.datasource.StatementConfiguration;
import io.allegiance.run.BusinessClock;
import org.springframework.context.annotation.Import;

/**
 * The part of the program that commands need which only read, hold or release: settings, database and clock. Components are created
 * when something needs them ({@link OnDemandBeans}).
 */
/* Not a bean of the program: it would be found there as well. */
@Import({
    ProgramSettings.class,
    BusinessClock.class,
    DataSourceConfiguration.class,
    StatementConfiguration.class,
    LeaseConfiguration.class,
    JobConfiguration.class
})
final class ReadingConfiguration {}
