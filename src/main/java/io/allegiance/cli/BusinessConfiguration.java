package io.allegiance.cli;

import io.allegiance.settings.BusinessSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The configuration as the files and the environment have it, with the business settings alone: no database is started. */
/* Not a bean of the program: it would be found there as well. */
@EnableConfigurationProperties(BusinessSettings.class)
final class BusinessConfiguration {}
