package io.allegiance.decision;

import org.jspecify.annotations.Nullable;

/**
 * A decision to be recorded.
 *
 * @param subject what it is about, at most 64 characters
 * @param detail more of it, cut to 768 characters; null for nothing
 * @param by the name given, at most 128 characters; null where the command asks for none
 * @param reason the reason given, at most 512 characters; null where the command asks for none
 */
public record NewDecision(
        DecisionKind kind,
        String subject,
        @Nullable String detail,
        @Nullable String by,
        @Nullable String reason) {

    private static final int LONGEST_DETAIL = 768;

    public NewDecision {
        if (detail != null && detail.codePointCount(0, detail.length()) > LONGEST_DETAIL) {
            detail = detail.substring(0, detail.offsetByCodePoints(0, LONGEST_DETAIL));
        }
    }

    /** A decision that no name and reason are asked for. */
    public static NewDecision unnamed(DecisionKind kind, String subject, String detail) {
        return new NewDecision(kind, subject, detail, null, null);
    }
}
