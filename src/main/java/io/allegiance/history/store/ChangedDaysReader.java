package io.allegiance.history.store;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.customer.CustomerRange;
import io.allegiance.history.CustomerDay;
import io.allegiance.history.DayFold;
import io.allegiance.history.DayHash;
import io.allegiance.history.DayIntake;
import io.allegiance.intake.line.CheckedLine;
import io.allegiance.intake.line.FxRates;
import io.allegiance.intake.line.IntakeRules;
import io.allegiance.intake.line.RawLine;
import io.allegiance.intake.line.Rejection;
import io.allegiance.intake.line.TransactionLine;
import io.allegiance.intake.source.SourceLineStream;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.platform.load.BulkRow;
import io.allegiance.platform.read.RowStream;
import io.allegiance.platform.sql.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads days of the source for one range of customers, folds the lines of each customer, and gives the days that differ
 * from what was taken in before: new ones, changed ones, and those whose lines have all gone. Reading a day again
 * therefore changes nothing, which is what makes a restart safe.
 */
public final class ChangedDaysReader implements AutoCloseable {

    /** What a reader reads with: the view's lines, the days as they are, and the rules between the two. */
    public record Sources(
            SourceTransactions source, SourceLineStream lines, RowStream known, IntakeRules rules, FxRates rates) {}

    private final Sources sources;
    private final CustomerRange range;
    private final Iterator<LocalDate> days;
    private final DayHash hash = new DayHash();
    private final BulkRow.Maker row = new BulkRow.Maker();
    private final List<LineCounter> counters = new ArrayList<>();
    private @Nullable LocalDate day;
    private @Nullable LineCounter counter;
    private @Nullable TransactionLine ahead;
    private @Nullable KnownDay known;

    public ChangedDaysReader(Sources sources, CustomerRange range, List<LocalDate> days) {
        this.sources = sources;
        this.range = range;
        this.days = days.iterator();
    }

    /** Reads the next difference; null when all days are read. */
    public @Nullable DayChange read() {
        while (day != null || openNextDay()) {
            DayChange change = readOfDay();
            if (change != null) {
                return change;
            }
            day = null;
        }
        return null;
    }

    /** Finds the day that is being read; empty at the end. */
    public Optional<LocalDate> findDay() {
        return Optional.ofNullable(day);
    }

    /** Takes the counts of the days read since the last call; those of the day under way come again, grown,
     * but a refused line only once. */
    public List<DayIntake> takeCounts() {
        List<DayIntake> taken = counters.stream()
                .map(each -> new DayIntake(each.toDayCount(), each.takeRejections(), each.takeUnnamed()))
                .toList();
        counters.clear();
        if (day != null && counter != null) {
            counters.add(counter);
        }
        return taken;
    }

    private boolean openNextDay() {
        if (!days.hasNext()) {
            return false;
        }
        LocalDate next = days.next();
        day = next;
        LineCounter started = new LineCounter(next);
        counter = started;
        counters.add(started);
        if (range.isFirst()) {
            started.addAnonymousLines(sources.source().getAnonymousTotals(next));
        }
        sources.lines().open(next);
        sources.known().query(Sql.get("history/store/stream_day_hashes"), next, range.from(), range.to(), range.to());
        ahead = nextAccepted(started);
        known = nextKnown();
        return true;
    }

    private @Nullable DayChange readOfDay() {
        while (ahead != null || known != null) {
            DayChange change = order() > 0 ? removedDay() : folded();
            if (change != null) {
                return change;
            }
        }
        return null;
    }

    /** Negative: the lines' customer comes first; positive: the known day's; zero: both are of one customer. */
    private int order() {
        if (ahead == null) {
            return 1;
        }
        return known == null ? -1 : CustomerOrder.compare(ahead.customerId(), known.customerId);
    }

    private DayChange removedDay() {
        KnownDay gone = required(known);
        known = nextKnown();
        return new DayChange(gone.customerId, required(day), true, null);
    }

    private @Nullable DayChange folded() {
        KnownDay before = order() == 0 ? required(known) : null;
        CustomerDay now = fold();
        byte[] contentHash = hash.of(now);
        if (before != null) {
            known = nextKnown();
            if (Arrays.equals(before.contentHash, contentHash)) {
                return null;
            }
        }
        return new DayChange(now.customerId(), now.businessDate(), before != null, DayRow.of(now, contentHash, row));
    }

    private CustomerDay fold() {
        String customer = required(ahead).customerId();
        DayFold fold = new DayFold(customer, required(day));
        while (ahead != null && ahead.customerId().equals(customer)) {
            fold.addLine(ahead);
            ahead = nextAccepted(required(counter));
        }
        CustomerDay day = fold.toCustomerDay();
        required(counter).addFolded(day, fold.linesOfOtherProducts());
        return day;
    }

    private @Nullable TransactionLine nextAccepted(LineCounter counts) {
        for (RawLine line = sources.lines().read();
                line != null;
                line = sources.lines().read()) {
            CheckedLine checked = sources.rules().check(line, sources.rates());
            if (checked instanceof Rejection rejection) {
                counts.addRejected(line, rejection);
            } else if (checked instanceof TransactionLine accepted) {
                if (!accepted.customerId().isEmpty()) {
                    counts.addTakenIn(line);
                    return accepted;
                }
                counts.addAnonymous(line);
            }
        }
        return null;
    }

    private @Nullable KnownDay nextKnown() {
        return sources.known()
                .read(columns -> new KnownDay(columns.requiredText(1), Objects.requireNonNull(columns.bytes(2))));
    }

    @Override
    public void close() {
        sources.lines().close();
        sources.known().close();
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("no day is open");
        }
        return value;
    }

    private static final class KnownDay {

        private final String customerId;
        private final byte[] contentHash;

        KnownDay(String customerId, byte[] contentHash) {
            this.customerId = customerId;
            this.contentHash = contentHash;
        }
    }
}
