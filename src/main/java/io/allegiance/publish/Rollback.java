package io.allegiance.publish;

import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.failure.UsageException;
import io.allegiance.run.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends readers back to an earlier publication, in one transaction. */
@Component
public final class Rollback {

    private static final int SUGGESTED = 5;

    private final Publications publications;
    private final TransactionOperations transaction;
    private final DecisionLog decisions;

    Rollback(Publications publications, TransactionOperations transaction, DecisionLog decisions) {
        this.publications = publications;
        this.transaction = transaction;
        this.decisions = decisions;
    }

    /**
     * The result of a rollback.
     *
     * @param seen what readers see from now on
     * @param takenBack the publications rolled back, oldest first; their dates can be run again
     */
    public record Done(Publication seen, List<Publication> takenBack) {}

    /**
     * Sends readers back to the newest publication of a date.
     *
     * @throws UsageException when no such publication is retained, or readers see it already
     */
    public Done toDate(LocalDate date, Decision decision) {
        return to(
                publications
                        .findOfDate(date)
                        .orElseThrow(() -> refused("no publication of " + date + " is kept that was not rolled back")),
                decision);
    }

    /**
     * Sends readers back to a publication.
     *
     * @throws UsageException when it is not kept, was rolled back, or readers see it already
     */
    public Done toPublication(long number, Decision decision) {
        return to(
                publications
                        .findRetained(number)
                        .orElseThrow(
                                () -> refused("publication " + number + " is not kept, was rolled back, or never was")),
                decision);
    }

    private Done to(Publication target, Decision decision) {
        if (publications
                .findCurrent()
                .filter(seen -> seen.publication() == target.publication())
                .isPresent()) {
            throw refused("readers see publication " + target.publication() + " of " + target.scoreDate() + " already");
        }
        return transaction.execute(status -> {
            Done done = new Done(target, publications.rollBack(target, decision));
            decisions.append(new NewDecision(
                    DecisionKind.ROLLBACK,
                    "publication " + target.publication(),
                    "of " + target.scoreDate() + "; taken back: " + describe(done.takenBack()),
                    decision.by(),
                    decision.reason()));
            return done;
        });
    }

    private UsageException refused(String what) {
        String kept = describe(publications.listRetained(SUGGESTED));
        return new UsageException(
                what + "; nothing was changed. The newest that are kept: " + (kept.isEmpty() ? "none" : kept));
    }

    private static String describe(List<Publication> some) {
        return some.stream()
                .map(each -> each.publication() + " of " + each.scoreDate())
                .collect(Collectors.joining(", "));
    }
}
