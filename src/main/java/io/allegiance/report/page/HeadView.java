package io.allegiance.report.page;

import io.allegiance.publish.Publication;
import io.allegiance.report.RunReport;
import io.allegiance.run.Decision;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of the page: what this is, and whether anybody sees it.
 *
 * @param date the business date
 * @param state in a word
 * @param statement in a sentence
 * @param facts the figures
 * @param reservation what the model had to fall back on; null where it did not
 * @param dayNote who confirmed the day, or that it is a configured closure; null for a usual day
 * @param digests of the publication
 */
record HeadView(
        Value date,
        String state,
        String statement,
        List<Fact> facts,
        @Nullable Value reservation,
        @Nullable Value dayNote,
        List<Fact> digests) {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT);

    static HeadView of(RunReport report, ValueFormat values) {
        Publication publication = report.publication();
        String note = report.model().note();
        return new HeadView(
                values.text("/businessDate", report.businessDate()),
                publication == null ? "not published" : "published",
                statement(report),
                facts(report, values),
                note == null ? null : values.text("/model/note", note),
                dayNote(publication, values),
                publication == null ? List.of() : digests(publication, values));
    }

    private static List<Fact> digests(Publication publication, ValueFormat values) {
        List<Fact> digests = new ArrayList<>();
        digests.add(new Fact("Score digest", values.text("/publication/scoreDigest", publication.scoreDigest())));
        digests.add(new Fact("Row digest", values.text("/publication/rowDigest", publication.rowDigest())));
        if (publication.horizonDigest() != null) {
            digests.add(new Fact(
                    "Digest of further horizons",
                    values.text("/publication/horizonDigest", publication.horizonDigest())));
        }
        return digests;
    }

    private static @Nullable Value dayNote(@Nullable Publication publication, ValueFormat values) {
        return publication == null || publication.dayNote() == null
                ? null
                : values.text("/publication/dayNote", publication.dayNote());
    }

    private static String statement(RunReport report) {
        RunReport.Readers readers = report.readers();
        String seen = readers.publication() == null
                ? "Readers see nothing yet."
                : "Readers see publication " + readers.publication() + " of " + readers.scoreDate() + ".";
        if (report.publication() == null) {
            return "These scores are not published, or were rolled back. " + seen;
        }
        return readers.seeThis()
                ? "Readers saw these scores when this report was written."
                : "These scores are published, and readers keep a later date. " + seen;
    }

    private static List<Fact> facts(RunReport report, ValueFormat values) {
        List<Fact> facts = new ArrayList<>();
        Publication publication = report.publication();
        if (publication != null) {
            facts.add(new Fact("Publication", values.text("/publication/publication", publication.publication())));
        }
        facts.add(new Fact(
                "Customers", values.count("/customers/all", report.customers().all())));
        facts.add(new Fact("Model", values.text("/modelVersion", report.modelVersion())));
        if (publication != null) {
            facts.add(new Fact("Published", at("/publication/publishedAt", publication.publishedAt())));
            facts.add(new Fact("Good until", at("/publication/goodUntil", publication.goodUntil())));
            addFreshness(facts, publication.freshness(), values);
            if (publication.horizonDays() != null) {
                facts.add(new Fact(
                        "Horizon in days", values.count("/publication/horizonDays", publication.horizonDays())));
            }
            addForced(facts, publication.forced(), values);
        }
        facts.add(new Fact("Attempt", values.text("/attempt", report.attempt())));
        return facts;
    }

    private static void addFreshness(List<Fact> facts, Publication.Freshness freshness, ValueFormat values) {
        if (freshness.newestData() != null) {
            facts.add(
                    new Fact("Newest line", values.text("/publication/freshness/newestData", freshness.newestData())));
        }
        if (freshness.staleReason() != null) {
            facts.add(new Fact("Stale", values.text("/publication/freshness/staleReason", freshness.staleReason())));
        }
    }

    private static void addForced(List<Fact> facts, @Nullable Decision forced, ValueFormat values) {
        if (forced != null) {
            facts.add(new Fact("Published against the gate by", values.text("/publication/forced/by", forced.by())));
            facts.add(new Fact("Because", values.text("/publication/forced/reason", forced.reason())));
        }
    }

    private static Value at(String pointer, LocalDateTime time) {
        return new Value(pointer, true, time.toString(), UTC.format(time));
    }
}
