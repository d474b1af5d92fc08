package io.allegiance.intake.feed;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.line.Manifest;
import io.allegiance.intake.line.OccurredAt;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.RejectionReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * The feed of upstream's announcements for business dates, into {@code feed_manifest}; the amount has four decimals or
 * is missing.
 */
final class ManifestFeed extends SmallFeed<Manifest> {

    private static final int AMOUNT_DECIMALS = 4;
    private static final String WHOLE_NUMBER = "[0-9]{1,15}";
    private static final String DECIMAL_NUMBER = "[-+]?[0-9]{1,34}(\\.[0-9]{1,16})?";

    private final OccurredAt occurredAt;

    ManifestFeed(IntakeSettings settings, DataSource dataSource) {
        super(
                dataSource,
                new Statements(
                        "intake/feed/find_manifests",
                        "intake/feed/put_manifests",
                        new UndoStatements(
                                "intake/feed/count_manifests_of_import",
                                "intake/feed/list_manifests_of_import",
                                "intake/feed/delete_manifests_of_import")));
        this.occurredAt = new OccurredAt(settings.zone());
    }

    @Override
    public ImportKind kind() {
        return ImportKind.MANIFEST;
    }

    @Override
    public Manifest read(LineFields fields, long lineNumber, Occurrences equals) throws RejectedLineException {
        return new Manifest(
                date(fields), lineCount(fields.text(Column.LINE_COUNT)), amount(fields.text(Column.AMOUNT)));
    }

    @Override
    public NaturalKey ids(LineFields fields) throws RejectedLineException {
        return new NaturalKey(date(fields).toString(), "");
    }

    private LocalDate date(LineFields fields) throws RejectedLineException {
        return occurredAt.readDate(Column.BUSINESS_DATE, fields.text(Column.BUSINESS_DATE));
    }

    private static long lineCount(String text) throws RejectedLineException {
        if (!text.matches(WHOLE_NUMBER)) {
            throw new RejectedLineException(RejectionReason.BAD_NUMBER, "line_count is no whole number of 0 or more");
        }
        return Long.parseLong(text);
    }

    private static @Nullable BigDecimal amount(String text) throws RejectedLineException {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches(DECIMAL_NUMBER)) {
            throw new RejectedLineException(RejectionReason.BAD_NUMBER, "amount is no decimal number");
        }
        return new BigDecimal(text).setScale(AMOUNT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    @Override
    public LocalDate day(Manifest line) {
        return line.businessDate();
    }

    @Override
    List<Object> key(Manifest line) {
        return List.of(line.businessDate());
    }

    @Override
    Object[] row(Manifest line) {
        return new Object[] {line.businessDate(), line.lineCount(), line.amount()};
    }

    @Override
    RowMapper<Manifest> stored() {
        return ManifestFeed::toManifest;
    }

    private static Manifest toManifest(ResultSet row, int number) throws SQLException {
        return new Manifest(row.getObject(1, LocalDate.class), row.getLong(2), row.getBigDecimal(3));
    }
}
