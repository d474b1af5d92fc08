package io.allegiance.history;

import io.allegiance.intake.line.RawLine;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the source view that no rule lets in.
 *
 * @param businessDate its day
 * @param transactionId its receipt, cut to the length of the column
 * @param lineKey its line key, as the view has it
 * @param reason why
 */
public record SourceRejection(LocalDate businessDate, String transactionId, String lineKey, RejectionReason reason) {

    private static final int LENGTH = 64;

    public static SourceRejection of(LocalDate businessDate, RawLine line, Rejection rejection) {
        return new SourceRejection(businessDate, cut(line.transactionId()), cut(line.lineKey()), rejection.reason());
    }

    private static String cut(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH);
    }
}
