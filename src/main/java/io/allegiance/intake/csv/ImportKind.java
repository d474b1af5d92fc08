package io.allegiance.intake.csv;

import io.allegiance.intake.line.Column;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that land, with the columns that each must and may have. */
public enum ImportKind {
    TRANSACTION(
            EnumSet.of(Column.CUSTOMER_ID, Column.OCCURRED_AT), EnumSet.range(Column.TRANSACTION_ID, Column.CHANNEL)),
    REFERRAL(EnumSet.of(Column.REFERRER_CUSTOMER_ID, Column.REFERRED_CUSTOMER_ID, Column.REFERRED_ON)),
    INCIDENT(EnumSet.of(Column.INCIDENT_ID, Column.CUSTOMER_ID, Column.OCCURRED_AT, Column.KIND)),
    FX(EnumSet.of(Column.CURRENCY, Column.RATE_DATE, Column.RATE)),
    MANIFEST(
            EnumSet.of(Column.BUSINESS_DATE, Column.LINE_COUNT),
            EnumSet.of(Column.BUSINESS_DATE, Column.LINE_COUNT, Column.AMOUNT));

    private final Set<Column> required;
    private final Set<Column> known;

    ImportKind(Set<Column> required) {
        this(required, required);
    }

    ImportKind(Set<Column> required, Set<Column> known) {
        this.required = required;
        this.known = known;
    }

    /** Finds the kind by the name that the command line uses: {@code transaction}, {@code referral}, and so on. */
    public static Optional<ImportKind> find(String option) {
        return Arrays.stream(values())
                .filter(kind -> kind.option().equals(option.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The name that the command line and {@code import_file} use. */
    public String option() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns that a file must have. */
    public Set<Column> required() {
        return Collections.unmodifiableSet(required);
    }

    /** The columns that a file may have, the required ones among them. */
    public Set<Column> columns() {
        return Collections.unmodifiableSet(known);
    }

    boolean knows(Column column) {
        return known.contains(column);
    }
}
