package io.allegiance.cli;

import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The configuration as the files and the environment have it, with the settings of business and closures alone: no database is started. */
/* Not a bean of the program: it would be found there as well. */
@EnableConfigurationProperties({BusinessSettings.class, ClosureSettings.class})
@Import(FormatFolder.class)
final class BusinessConfiguration {}
