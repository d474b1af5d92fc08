package io.allegiance.intake.load;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.LineFields;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.feed.Occurrences;
import io.allegiance.intake.format.FormattedFile;
import io.allegiance.intake.line.Column;
import io.allegiance.intake.line.RejectedLineException;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.RejectionReason;
import io.allegiance.wording.Counted;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a file can be used at all, before anything of it lands: one line at least can be read, and with
 * {@code --replace} each of them tells what it replaces. Once a line is read, others cost nothing unless the file has to
 * tell what it replaces without transaction ids.
 *
 * @param <L> a line in its normal form
 */
final class FirstLook<L> {

    private static final Occurrences NO_NUMBERS = (line, hash, number) -> 1;

    private final Feed<L> feed;
    private final ImportRequest request;
    private final Map<RejectionReason, Refused> refused = new EnumMap<>(RejectionReason.class);
    private boolean isUsable;

    FirstLook(Feed<L> feed, ImportRequest request) {
        this.feed = feed;
        this.request = request;
    }

    /** Lines refused for one reason, and the first of them. */
    private record Refused(RejectionReason reason, long lines, long firstNumber, String detail) {

        static Refused of(Rejection rejection, long number) {
            return new Refused(rejection.reason(), 1, number, rejection.detail());
        }

        Refused plus(Refused next) {
            return new Refused(reason, lines + next.lines, firstNumber, detail);
        }
    }

    void addLine(FormattedFile file, CsvLine line) {
        Header header = file.header();
        boolean asksEachLine = request.replace() && !header.has(Column.TRANSACTION_ID);
        if (isUsable && !asksEachLine) {
            return;
        }
        try {
            requireReplacing(feed.read(new LineFields(header, line), line.number(), NO_NUMBERS), line.number());
            isUsable = true;
            refused.clear();
        } catch (RejectedLineException e) {
            Refused one = Refused.of(file.explain(e.rejection()), line.number());
            refused.merge(one.reason(), one, Refused::plus);
        }
    }

    private void requireReplacing(L line, long number) {
        if (request.replace() && !feed.isReplacing(line)) {
            throw new UsageException("--replace needs a column transaction_id in " + request.file()
                    + ", or a customer_id and a time of day in each line, or it is not known which transactions to replace;"
                    + " line " + number + " has neither. To correct such a file, take back the import that landed it"
                    + " ('allegiance import --undo') and import it without --replace.");
        }
    }

    /**
     * Requires that the file has no line, or one that can be read.
     *
     * @throws UsageException which names the commonest reason, with its first line and what to do
     */
    void requireUsable() {
        if (isUsable || refused.isEmpty()) {
            return;
        }
        long lines = refused.values().stream().mapToLong(Refused::lines).sum();
        Refused most = refused.values().stream()
                .max(Comparator.comparingLong(Refused::lines))
                .orElseThrow();
        throw new UsageException(String.format(
                Locale.ROOT,
                "Nothing of %s can be used: each of its %s is refused, %d for %s, the first in line %d (%s). %s %s"
                        + " Then import it again; nothing of it landed and nothing waits.",
                request.file(),
                Counted.of(lines, "line"),
                most.lines(),
                most.reason(),
                most.firstNumber(),
                most.detail(),
                most.reason().sentence(),
                most.reason().mend()));
    }
}
