package io.allegiance.intake;

import javax.sql.DataSource;

/** Makes the feed of a kind; a feed serves one file. */
final class Feeds {

    private final IntakeSettings settings;
    private final DataSource dataSource;

    Feeds(IntakeSettings settings, DataSource dataSource) {
        this.settings = settings;
        this.dataSource = dataSource;
    }

    Feed<?> open(ImportKind kind) {
        return switch (kind) {
            case TRANSACTION ->
                new TransactionFeed(
                        settings, new TransactionLines(dataSource), new OldDays(dataSource, settings.lateDays()));
            case REFERRAL -> new ReferralFeed(settings, dataSource);
            case INCIDENT -> new IncidentFeed(settings, dataSource);
            case FX -> new FxFeed(settings, dataSource);
            case MANIFEST -> new ManifestFeed(settings, dataSource);
        };
    }
}
