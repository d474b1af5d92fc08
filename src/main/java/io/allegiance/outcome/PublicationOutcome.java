package io.allegiance.outcome;

import io.allegiance.publish.MeanChurnInterval;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication and what happened in the H days after it.
 *
 * @param publication its number
 * @param scoreDate the business date of its scores
 * @param modelVersion the model of its scores; null where it had none
 * @param horizonDays H of that model; null where there is a reason
 * @param asOf the as-of date of the training that recorded it
 * @param interval in which its observed churn was expected; null where the model gave none
 * @param withinInterval whether it was; null where either is not known
 * @param reason why there are no figures; null where there are
 * @param groups all customers together first, then the groups; only all together where the groups were not asked for, and where
 *     there are no figures
 */
public record PublicationOutcome(
        long publication,
        LocalDate scoreDate,
        @Nullable String modelVersion,
        @Nullable Integer horizonDays,
        LocalDate asOf,
        @Nullable MeanChurnInterval interval,
        @Nullable Boolean withinInterval,
        @Nullable String reason,
        List<GroupOutcome> groups) {

    public PublicationOutcome {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || groups.get(0).kind() != GroupKind.ALL) {
            throw new IllegalArgumentException("the first group of an outcome must be all customers; was " + groups);
        }
    }

    /** A publication whose outcome cannot be known, with the reason as a sentence. */
    static PublicationOutcome unknown(PastPublication past, LocalDate asOf, String reason) {
        return new PublicationOutcome(
                past.publication(),
                past.scoreDate(),
                past.modelVersion(),
                null,
                asOf,
                past.interval(),
                null,
                reason,
                List.of(GroupOutcome.nobody()));
    }

    /** All customers together. */
    public GroupOutcome all() {
        return groups.get(0);
    }

    /** The same with its groups. */
    PublicationOutcome withGroups(List<GroupOutcome> known) {
        return new PublicationOutcome(
                publication, scoreDate, modelVersion, horizonDays, asOf, interval, withinInterval, reason, known);
    }
}
