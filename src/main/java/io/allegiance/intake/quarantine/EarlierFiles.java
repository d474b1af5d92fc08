package io.allegiance.intake.quarantine;

import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.Feed;
import io.allegiance.intake.line.Column;
import io.allegiance.platform.sql.KeyBatches;
import io.allegiance.platform.sql.Sql;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Earlier imports of a file, and what of their quarantined lines the file has corrected. */
public final class EarlierFiles {

    private static final int ROWS_OF_A_FILE = 20_000;
    private static final int MOST_NUMBERS = 200_000;

    private final JdbcClient client;
    private final JdbcTemplate template;

    EarlierFiles(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
        this.template = new JdbcTemplate(dataSource);
    }

    /**
     * Closes what waits since the same file was imported before, in transactions of its own: where this is the same file
     * corrected, all of it if most of it was accepted then, and else each line that it has mended; with
     * {@code --replace} all of a small feed, and of transactions that have ids the lines without one.
     */
    public long closeByFile(
            Feed.Landing landing, Header header, Corrections corrections, TransactionOperations transactions) {
        List<Earlier> earlier = client.sql(Sql.get("intake/quarantine/list_reimported_files"))
                .param(landing.importId())
                .query((row, number) -> new Earlier(
                        row.getLong(1),
                        row.getObject(2, Long.class),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5)))
                .list();
        boolean isFeed = header.kind() != ImportKind.TRANSACTION;
        boolean replaces = landing.replace() && (isFeed || header.has(Column.TRANSACTION_ID));
        long closed = 0;
        for (Earlier file : earlier) {
            boolean all = file.isWhollyCorrectedBy(corrections.again()) || (replaces && isFeed && file.sameName());
            if (all || (replaces && file.sameName())) {
                closed += closeAll(landing.importId(), file.importId(), all, transactions);
            } else if (file.isSameAs(corrections.again())) {
                closed += closeMended(landing.importId(), file.importId(), corrections.mended(), transactions);
            }
        }
        return closed;
    }

    /**
     * What a file tells of earlier imports of it.
     *
     * @param again which of them it is again
     * @param mended which of their lines it has mended
     */
    public record Corrections(ReimportDetector<?> again, MendedLines<?> mended) {}

    /**
     * An earlier import of a file, what its accepted lines said, and where that is not known, whether its counts allow
     * it.
     */
    private record Earlier(
            long importId, @Nullable Long contentSum, boolean sameName, boolean mostlyAccepted, boolean alike) {

        boolean isWhollyCorrectedBy(ReimportDetector<?> again) {
            return sameName && (contentSum == null ? alike : mostlyAccepted && isSameAs(again));
        }

        /** What it accepted, some lines at least, the file says too. */
        boolean isSameAs(ReimportDetector<?> again) {
            return contentSum != null && again.findRest(importId).equals(OptionalLong.of(contentSum));
        }
    }

    private long closeMended(long importId, long earlier, MendedLines<?> mended, TransactionOperations transactions) {
        List<Object[]> rows = mended.placesOf(earlier).stream()
                .sorted()
                .map(place -> new Object[] {importId, earlier, CsvLine.numberOf(place), CsvLine.partOf(place)})
                .toList();
        return KeyBatches.sum(
                rows,
                part -> Objects.requireNonNull(transactions.execute(status -> Arrays.stream(
                                template.batchUpdate(Sql.get("intake/quarantine/close_mended_line"), part))
                        .filter(count -> count > 0)
                        .sum())));
    }

    /** Lists the lines with some numbers that wait since some imports, where they are kept whole. */
    List<MendedLines.Refused> listTexts(Collection<Long> imports, Collection<Long> numbers) {
        return KeyBatches.of(List.copyOf(numbers)).stream()
                .flatMap(part -> client
                        .sql(Sql.get("intake/quarantine/list_refused_texts"))
                        .param("imports", imports)
                        .param("numbers", part)
                        .query((row, number) -> new MendedLines.Refused(
                                row.getLong(1), CsvLine.parse(row.getLong(2), row.getInt(3), row.getString(4))))
                        .list()
                        .stream())
                .toList();
    }

    /** The places of lines that earlier imports of this file refused, by import; none where they are too many to hold. */
    Map<Long, Set<Long>> listRefusedPlaces(long importId) {
        Map<Long, Set<Long>> places = new HashMap<>();
        long count = client.sql(Sql.get("intake/quarantine/list_rejected_line_numbers"))
                .params(importId, MOST_NUMBERS + 1)
                .query((row, number) -> places.computeIfAbsent(row.getLong(1), id -> new HashSet<>())
                        .add(CsvLine.placeOf(row.getLong(2), row.getInt(3))))
                .list()
                .size();
        return count > MOST_NUMBERS ? Map.of() : places;
    }

    private long closeAll(long importId, long earlier, boolean all, TransactionOperations transactions) {
        long closed = 0;
        int rows;
        do {
            rows = transactions.execute(status -> client.sql(Sql.get("intake/quarantine/close_by_file"))
                    .params(importId, earlier, all)
                    .update());
            closed += rows;
        } while (rows == ROWS_OF_A_FILE);
        return closed;
    }
}
