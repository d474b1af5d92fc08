package io.allegiance.publish;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.CauseChain;
import io.allegiance.platform.OutputFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Records who took the scores of all customers out of the database, before the first row of them is written. */
@Component
final class ExportRecord {

    /** The right on a table or on a column of it is missing. */
    private static final Set<Integer> DENIED = Set.of(1142, 1143);

    private final DecisionLog decisions;
    private final TransactionOperations transaction;

    ExportRecord(DecisionLog decisions, TransactionOperations transaction) {
        this.decisions = decisions;
        this.transaction = transaction;
    }

    /**
     * Records an export.
     *
     * @param what in the plural, such as scores
     * @throws AttentionException when the account may not record it, so that nothing is exported
     */
    void append(Publication publication, String what, Path file) {
        String where = OutputFile.isStandardOutput(file)
                ? "standard output"
                : file.toAbsolutePath().normalize().toString();
        NewDecision export = NewDecision.unnamed(
                DecisionKind.EXPORT,
                "publication " + publication.publication(),
                what + " of " + publication.scoreDate() + " to " + where);
        try {
            transaction.executeWithoutResult(status -> decisions.append(export));
        } catch (DataAccessException e) {
            if (CauseChain.of(e).anyMatch(ExportRecord::isDenied)) {
                throw new AttentionException(
                        "every export is recorded in the table decision, and this account may not insert there, so nothing"
                                + " was exported: export with the account of the nights, or grant this one the right as"
                                + " sql/access/tables.sql does",
                        e);
            }
            throw e;
        }
    }

    private static boolean isDenied(Throwable cause) {
        return cause instanceof SQLException sql && DENIED.contains(sql.getErrorCode());
    }
}
