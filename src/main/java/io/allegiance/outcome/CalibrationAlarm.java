package io.allegiance.outcome;

import io.allegiance.publish.MeanChurnInterval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Decides whether the calibration left its interval twice running: the newest outcome is outside its interval, and so is the
 * newest one at least H/3 days before it and every one between. Outcomes closer to each other share most of their H days and are
 * hardly a second observation. Outcomes without an interval or without figures are left out.
 */
final class CalibrationAlarm {

    private static final int PARTS_OF_HORIZON = 3;

    private CalibrationAlarm() {}

    /**
     * Finds what is wrong, as a sentence without its full stop.
     *
     * @param outcomes newest score date first
     */
    static Optional<String> find(List<PublicationOutcome> outcomes) {
        List<PublicationOutcome> known = outcomes.stream()
                .filter(outcome -> outcome.withinInterval() != null && outcome.interval() != null)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        PublicationOutcome newest = known.get(0);
        for (PublicationOutcome outcome : known) {
            if (Boolean.TRUE.equals(outcome.withinInterval())) {
                return Optional.empty();
            }
            if (isApart(outcome, newest)) {
                return Optional.of("calibration left its interval twice running: " + describe(outcome) + "; "
                        + describe(newest)
                        + ". Look for a change in the trade or a feed that stopped, and train a model");
            }
        }
        return Optional.empty();
    }

    private static boolean isApart(PublicationOutcome earlier, PublicationOutcome later) {
        int horizonDays = later.horizonDays() == null ? 0 : later.horizonDays();
        long days = later.scoreDate().toEpochDay() - earlier.scoreDate().toEpochDay();
        return days > 0 && PARTS_OF_HORIZON * days >= horizonDays;
    }

    private static String describe(PublicationOutcome outcome) {
        MeanChurnInterval interval = Objects.requireNonNull(outcome.interval());
        return String.format(
                Locale.ROOT,
                "publication %d of %s expected a mean churn of %.3f to %.3f, and %.3f was observed",
                outcome.publication(),
                outcome.scoreDate(),
                interval.low(),
                interval.high(),
                outcome.all().observedChurn());
    }
}
