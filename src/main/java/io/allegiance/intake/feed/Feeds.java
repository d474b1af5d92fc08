package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.IntakeSettings;
import javax.sql.DataSource;

/** Creates the feed of a kind; a feed serves one file. */
public final class Feeds {

    private final IntakeSettings settings;
    private final DataSource dataSource;

    public Feeds(IntakeSettings settings, DataSource dataSource) {
        this.settings = settings;
        this.dataSource = dataSource;
    }

    public Feed<?> open(ImportKind kind) {
        return switch (kind) {
            case TRANSACTION -> new TransactionFeed(settings, dataSource);
            case REFERRAL -> new ReferralFeed(settings, dataSource);
            case INCIDENT -> new IncidentFeed(settings, dataSource);
            case FX -> new FxFeed(settings, dataSource);
            case MANIFEST -> new ManifestFeed(settings, dataSource);
        };
    }
}
