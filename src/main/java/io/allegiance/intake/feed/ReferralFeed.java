package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.EarliestDate;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.OccurredAt;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;

/** The feed of referrals, into {@code referral}. */
final class ReferralFeed extends SmallFeed<ReferralFeed.Referral> {

    record Referral(String referrer, String referred, LocalDate on) {}

    private final OccurredAt occurredAt;
    private final EarliestDate earliestDate;

    ReferralFeed(IntakeSettings settings, DataSource dataSource) {
        super(
                dataSource,
                new Statements(
                        "intake/feed/find_referrals",
                        "intake/feed/put_referrals",
                        new UndoStatements(
                                "intake/feed/count_referrals_of_import",
                                "intake/feed/list_referrals_of_import",
                                "intake/feed/delete_referrals_of_import")));
        this.occurredAt = new OccurredAt(settings.zone());
        this.earliestDate = settings.earliestDate();
    }

    @Override
    public ImportKind kind() {
        return ImportKind.REFERRAL;
    }

    @Override
    public Referral read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException {
        String referrer = IntakeRules.requiredId(Column.REFERRER_CUSTOMER_ID, fields.text(Column.REFERRER_CUSTOMER_ID));
        String referred = IntakeRules.requiredId(Column.REFERRED_CUSTOMER_ID, fields.text(Column.REFERRED_CUSTOMER_ID));
        if (referrer.equals(referred)) {
            throw new RejectedLineException(RejectionReason.SELF_REFERRAL, "both customers are the same");
        }
        return new Referral(
                referrer,
                referred,
                earliestDate.require(
                        Column.REFERRED_ON, occurredAt.readDate(Column.REFERRED_ON, fields.text(Column.REFERRED_ON))));
    }

    @Override
    public NaturalKey ids(LineFields fields) throws RejectedLineException {
        return new NaturalKey(
                IntakeRules.requiredId(Column.REFERRED_CUSTOMER_ID, fields.text(Column.REFERRED_CUSTOMER_ID)),
                IntakeRules.requiredId(Column.REFERRER_CUSTOMER_ID, fields.text(Column.REFERRER_CUSTOMER_ID)));
    }

    @Override
    public LocalDate day(Referral line) {
        return line.on();
    }

    @Override
    List<Object> key(Referral line) {
        return List.of(line.referred(), line.referrer());
    }

    @Override
    Object[] row(Referral line) {
        return new Object[] {line.referrer(), line.referred(), line.on()};
    }

    @Override
    RowMapper<Referral> stored() {
        return (row, number) -> new Referral(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class));
    }
}
