package io.allegiance.doctor;

import java.util.List;
import java.util.Set;

/** All checks, in the order in which a person would look. A new one is a class and a line here. */
final class HealthChecks {

    /** They need no database. */
    static final List<Entry> ON_THIS_MACHINE = List.of(
            new Entry("configuration", ConfigurationCheck.class),
            new Entry("java", JavaCheck.class),
            new Entry("folders", FoldersCheck.class));

    /** Checks that need a connection, but no tables. */
    static final List<Entry> ON_THE_SERVER = List.of(
            new Entry("database", ServerCheck.class),
            new Entry("encryption", EncryptionCheck.class),
            new Entry("connections", ConnectionsCheck.class),
            new Entry("server settings", ServerSettingsCheck.class),
            new Entry("replication", ReplicationCheck.class),
            new Entry("clock", ClockCheck.class),
            new Entry("schema", SchemaCheck.class));

    /** They need the tables of this version. */
    static final List<Entry> IN_THE_TABLES = List.of(
            new Entry("rights", RightsCheck.class),
            new Entry("fixed settings", FixedSettingsCheck.class),
            new Entry("source", SourceCheck.class),
            new Entry("rates", RatesCheck.class),
            new Entry("closures", ClosuresCheck.class),
            new Entry("model", ModelCheck.class),
            new Entry("horizons", HorizonsCheck.class),
            new Entry("slots", SlotsCheck.class),
            new Entry("lease", LeaseCheck.class),
            new Entry("runs", RunsCheck.class),
            new Entry("publication", PublicationCheck.class),
            new Entry("decisions", DecisionsCheck.class),
            new Entry("churn bands", BandsCheck.class),
            new Entry("space", SpaceCheck.class),
            new Entry("leftovers", LeftoversCheck.class));

    /** Those of the tables that look at lines of trade, which an account that may only look does not see. */
    static final Set<Class<? extends HealthCheck>> OF_LINES =
            Set.of(SourceCheck.class, RatesCheck.class, ClosuresCheck.class, LeftoversCheck.class);

    private HealthChecks() {}

    /** A check, and what it is called where it cannot look. */
    record Entry(String name, Class<? extends HealthCheck> check) {}
}
