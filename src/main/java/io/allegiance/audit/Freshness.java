package io.allegiance.audit;

import io.allegiance.calendar.OpenDays;
import io.allegiance.settings.nightly.FrozenConfiguration.Staleness;
import io.allegiance.wording.Counted;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How old the data and the model of a night are on its date. Ages count open days, so that nothing ages in a configured closure.
 *
 * @param date the night's date
 * @param newestData the newest day with a line up to it; null where no day has one
 * @param modelAsOf the last day that the model knows
 * @param dataDays the age of the data
 * @param modelDays the age of the model
 * @param mostDataDays up to which age data is fresh: the configured one, or the longest usual gap between days with lines
 * @param mostModelDays up to which age a model is fresh
 * @param open the days that count
 */
record Freshness(
        LocalDate date,
        @Nullable LocalDate newestData,
        LocalDate modelAsOf,
        int dataDays,
        int modelDays,
        int mostDataDays,
        int mostModelDays,
        OpenDays open) {

    /**
     * Measures a night.
     *
     * @param daysWithLines those up to the date, ascending
     * @param open the open days by the configured closures alone: what a closure found in the lines looks like is what a feed that
     *     stopped looks like
     */
    static Freshness of(
            LocalDate date, List<LocalDate> daysWithLines, LocalDate modelAsOf, Staleness limits, OpenDays open) {
        LocalDate newest = daysWithLines.isEmpty() ? null : daysWithLines.get(daysWithLines.size() - 1);
        return new Freshness(
                date,
                newest,
                modelAsOf,
                newest == null ? 0 : open.between(newest, date),
                open.between(modelAsOf, date),
                Math.max(limits.oldestDataDays(), UsualGap.longest(daysWithLines, open)),
                limits.oldestModelDays(),
                open);
    }

    /** Says that the data is stale, and how old it is; empty where it is fresh. */
    Optional<String> findStaleData() {
        return dataDays <= mostDataDays
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "stale data: there is no line since %s, %s before %s, where at most %d are usual or allowed by"
                                + " allegiance.nightly.oldest-data",
                        newestData,
                        Counted.of(dataDays, "day"),
                        date,
                        mostDataDays));
    }

    /** Says that the model is stale, and how old it is; empty where it is fresh. */
    Optional<String> findStaleModel() {
        return modelDays <= mostModelDays
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "stale model: it is of %s, %s before %s, and allegiance.nightly.oldest-model allows %d",
                        modelAsOf,
                        Counted.of(modelDays, "day"),
                        date,
                        mostModelDays));
    }

    /**
     * The last date for which data and model are fresh: the night's date, or an earlier one where either is stale.
     *
     * @param confirmed whether the data counts as fresh whatever its age, because somebody answers for it
     */
    LocalDate goodThrough(boolean confirmed) {
        LocalDate byData = confirmed || newestData == null ? date : open.plusOpenDays(newestData, mostDataDays);
        LocalDate byModel = open.plusOpenDays(modelAsOf, mostModelDays);
        return Stream.of(date, byData, byModel).min(LocalDate::compareTo).orElseThrow();
    }
}
