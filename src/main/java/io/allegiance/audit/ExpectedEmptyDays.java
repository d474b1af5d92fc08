package io.allegiance.audit;

import io.allegiance.calendar.ClosureRules;
import io.allegiance.calendar.DateRange;
import io.allegiance.publish.Publications;
import io.allegiance.run.Confirmation;
import io.allegiance.run.Confirmations;
import io.allegiance.run.Run;
import io.allegiance.settings.nightly.ConfigurationSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Days on which few or no lines are expected, so that nobody has to confirm them: those of a configured closure, and days
 * without a line that follow a confirmed one. A confirmation of a day without a line covers the days after it until a
 * day has a line again.
 */
@Component
public final class ExpectedEmptyDays {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final Confirmations confirmations;
    private final Publications publications;
    private final ConfigurationSource configurations;

    ExpectedEmptyDays(Confirmations confirmations, Publications publications, ConfigurationSource configurations) {
        this.confirmations = confirmations;
        this.publications = publications;
        this.configurations = configurations;
    }

    /**
     * Returns whether the lines of a night's date need no confirmation although they are fewer than usual. Where an earlier
     * confirmation covers the night, records that, in the caller's transaction.
     */
    boolean isExpected(Run run, long lines) {
        if (findConfigured(run).isPresent()) {
            return true;
        }
        return lines == 0 && isConfirmedEarlier(run);
    }

    /** Returns whether an earlier confirmation covers a night whose date has no line, and records that, in the caller's transaction. */
    boolean isConfirmedEarlier(Run run) {
        Optional<Confirmation> earlier = findPublished(run.businessDate());
        earlier.ifPresent(confirmation -> confirmations.cover(run.runId(), confirmation));
        return earlier.isPresent();
    }

    /** A confirmation counts while what was published with it is not rolled back. */
    private Optional<Confirmation> findPublished(LocalDate date) {
        return confirmations.listSinceLines(date).stream()
                .filter(earlier -> publications.findOfRun(earlier.runId()).isPresent())
                .findFirst();
    }

    private Optional<DateRange> findConfigured(Run run) {
        ClosureRules rules = configurations.getFrozen(run).toClosureRules();
        return rules.configured().stream()
                .filter(range -> range.contains(run.businessDate()))
                .findFirst();
    }

    /** Says for readers what is unusual about a night's date and who answers for it; empty for a usual day. */
    public Optional<String> describe(Run run) {
        LocalDate date = run.businessDate();
        return confirmations
                .find(run.runId())
                .map(confirmation -> describe(date, confirmation))
                .or(() -> findConfigured(run).map(range -> date + " is in a configured closure: " + range));
    }

    private static String describe(LocalDate date, Confirmation confirmation) {
        String confirmed = "confirmed by " + confirmation.decision().by() + " on " + UTC.format(confirmation.at());
        String reason = ": " + confirmation.decision().reason();
        return confirmation.date().equals(date)
                ? "the lines of " + date + " are " + confirmed + reason
                : date + " has no line, like every day since " + confirmation.date() + ", which is " + confirmed
                        + reason;
    }
}
