package io.allegiance.decision;

import io.allegiance.hash.HashFunction;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is recorded.
 *
 * @param id from 1, without gaps
 * @param kind the name of its {@link DecisionKind}, or one of a newer program
 * @param osUser user of the operating system that ran the program
 * @param osHost machine that it ran on
 * @param previousHash {@link #hash} of the decision before; {@link #NONE} in the first
 * @param databaseUser the account of the database whose rights counted, as the server says
 * @param databaseClient the name that was used to log in, and from where, as the server says
 * @param decidedAt in UTC by the clock of the server, in milliseconds
 */
public record RecordedDecision(
        long id,
        String kind,
        String subject,
        @Nullable String detail,
        @Nullable String by,
        @Nullable String reason,
        String osUser,
        String osHost,
        String programVersion,
        String previousHash,
        String databaseUser,
        String databaseClient,
        LocalDateTime decidedAt) {

    /** Stands for the hash of a decision before the first. */
    public static final String NONE = "0".repeat(64);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /**
     * Computes the SHA-256 of all columns, as 64 hexadecimal digits. The columns are joined in their order, each as the number of
     * its UTF-16 units, a colon and its text, and an unknown one as a minus sign, so that no text can pass for two.
     */
    public String hash() {
        StringBuilder text = new StringBuilder();
        add(text, Long.toString(id));
        add(text, kind);
        add(text, subject);
        add(text, detail);
        add(text, by);
        add(text, reason);
        add(text, osUser);
        add(text, osHost);
        add(text, programVersion);
        add(text, previousHash);
        add(text, databaseUser);
        add(text, databaseClient);
        add(text, TIME.format(decidedAt));
        return HashFunction.SHA_256.hex(text.toString());
    }

    private static void add(StringBuilder text, @Nullable String column) {
        if (column == null) {
            text.append('-');
        } else {
            text.append(column.length()).append(':').append(column);
        }
    }
}
