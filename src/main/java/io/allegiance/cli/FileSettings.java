package io.allegiance.cli;

import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.LineSettings;

/**
 * The configured settings by which a file is read without a database.
 *
 * @param business zone, reporting currency and horizon
 * @param closures where closures come from
 * @param lines what lines may say
 * @param formats the formats that files may have
 */
record FileSettings(BusinessSettings business, ClosureSettings closures, LineSettings lines, FormatFolder formats) {}
