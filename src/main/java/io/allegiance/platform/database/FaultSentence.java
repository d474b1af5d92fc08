package io.allegiance.platform.database;

import io.allegiance.failure.CauseChain;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * What went wrong where a failure has no message of its own for a person: kind, words and place. Only the program's own words and
 * those of the virtual machine are repeated, because the words of others may hold a customer's data.
 */
public final class FaultSentence {

    private static final String OWN = "io.allegiance.";

    private FaultSentence() {}

    /** Describes the innermost cause, such as {@code IllegalArgumentException at DayFold.addLine (DayFold.java:41)}. */
    public static String of(Throwable failure) {
        Throwable root = CauseChain.of(failure).reduce(failure, (outer, inner) -> inner);
        String place = findOwnFrame(root)
                .or(() -> findOwnFrame(failure))
                .map(FaultSentence::describe)
                .orElse("");
        return root.getClass().getSimpleName() + words(root) + place;
    }

    private static String words(Throwable root) {
        if (root instanceof SQLException sql) {
            return " (error " + sql.getErrorCode() + ", state " + sql.getSQLState() + ")";
        }
        StackTraceElement[] frames = root.getStackTrace();
        boolean own = root instanceof VirtualMachineError
                || frames.length > 0 && frames[0].getClassName().startsWith(OWN);
        return own && root.getMessage() != null ? ": " + root.getMessage() : "";
    }

    private static Optional<StackTraceElement> findOwnFrame(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .findFirst();
    }

    private static String describe(StackTraceElement frame) {
        String name = frame.getClassName();
        return " at " + name.substring(name.lastIndexOf('.') + 1) + "." + frame.getMethodName() + " ("
                + frame.getFileName() + ":" + frame.getLineNumber() + ")";
    }
}
