package io.allegiance.intake.quarantine;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file that {@code import} refused and that waits.
 *
 * @param from {@code file}
 * @param fileName the file's name, without its folder
 * @param kind transaction, referral, incident or fx
 * @param importId the import that refused it
 * @param importedAt when that began, in the configured zone
 * @param lineNumber in the file, the header being line 1
 * @param reason why it was refused when it was last tried
 * @param detail the column and what is wrong with it
 * @param transactionId where the line has it; for the small feeds the first part of the key
 * @param lineKey the same for the line key
 * @param replayable whether {@code replay} can try it again; otherwise only an import of its corrected file resolves it
 * @param line as it came
 * @param id by which it can be closed, {@code IMPORT:LINE}
 * @param refused the text of the column at fault; the whole line where the fault is of no one column, or the header was not
 *     kept
 */
public record RejectedFileLine(
        String from,
        String fileName,
        String kind,
        long importId,
        LocalDateTime importedAt,
        long lineNumber,
        String reason,
        String detail,
        @Nullable String transactionId,
        @Nullable String lineKey,
        boolean replayable,
        String line,
        String id,
        String refused) {}
