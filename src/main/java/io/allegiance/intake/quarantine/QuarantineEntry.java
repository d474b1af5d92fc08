package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A refused line of a file, as it waits.
 *
 * @param header of its file; null where that was not kept
 * @param number of the line in its file
 * @param part which of the lines that its row gave
 * @param rejection why it waits
 * @param whole whether the text is all of the line
 */
public record QuarantineEntry(
        long importId,
        ImportKind kind,
        @Nullable String header,
        long number,
        int part,
        Rejection rejection,
        boolean whole,
        String text) {

    static QuarantineEntry of(ResultSet row, int rowNumber) throws SQLException {
        return new QuarantineEntry(
                row.getLong("import_id"),
                ImportKind.find(row.getString("kind")).orElseThrow(),
                row.getString("header"),
                row.getLong("line_number"),
                row.getInt("part"),
                new Rejection(RejectionReason.valueOf(row.getString("reason")), row.getString("detail")),
                row.getBoolean("whole"),
                row.getString("line"));
    }
}
