package io.allegiance.intake.load;

import io.allegiance.intake.csv.Header;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.format.FormatUse;
import io.allegiance.platform.sql.Sql;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The rows of {@code import_file}. */
final class ImportLog {

    private static final String REPLAY = "replay";
    private static final int LONGEST_NAME = 255;

    private final JdbcClient client;

    ImportLog(DataSource dataSource) {
        this.client = JdbcClient.create(dataSource);
    }

    long start(Path file, Header header, FormatUse use, LocalDateTime now) {
        String name = String.valueOf(file.getFileName());
        return start(header.kind(), name, header.isWhole() ? header.text() : null, use, now);
    }

    /** Puts a replay on record that landed lines of a kind: a night under way sees by it that its feeds have changed. */
    void recordReplay(ImportKind kind, long landed, LocalDateTime now) {
        long importId = start(kind, REPLAY, null, null, now);
        update(
                new ImportReport(
                        importId,
                        landed,
                        landed,
                        0,
                        0,
                        0,
                        new TreeMap<>(),
                        0,
                        0,
                        0,
                        0,
                        List.of(),
                        FormatUse.OWN,
                        FileContent.NONE,
                        new TreeMap<>()),
                null,
                null);
        finish(importId, OptionalLong.empty(), null, now);
    }

    private long start(
            ImportKind kind, String name, @Nullable String header, @Nullable FormatUse use, LocalDateTime now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        client.sql(Sql.get("intake/load/start_import"))
                .param("kind", kind.option())
                .param("fileName", name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name)
                .param("header", header)
                .param("format", use == null ? null : use.name())
                .param("formatHash", use == null ? null : use.hash())
                .param("now", now)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Saves the counts so far, and the first and the last day of the lines whose date can be read. */
    void update(ImportReport soFar, @Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        client.sql(Sql.get("intake/load/update_import"))
                .param("linesRead", soFar.linesRead())
                .param("landed", soFar.landed())
                .param("alreadyLanded", soFar.alreadyLanded())
                .param("rejected", soFar.rejected())
                .param("cancelled", soFar.cancelled())
                .param("replaced", soFar.replaced())
                .param("firstDay", firstDay)
                .param("lastDay", lastDay)
                .param("importId", soFar.importId())
                .update();
    }

    void finish(long importId, OptionalLong contentSum, @Nullable FormatUse use, LocalDateTime now) {
        client.sql(Sql.get("intake/load/finish_import"))
                .param("now", now)
                .param("contentSum", contentSum.isPresent() ? contentSum.getAsLong() : null)
                .param("rows", use == null ? null : use.rows())
                .param("leftOut", use == null ? null : use.leftOutRows())
                .param("importId", importId)
                .update();
    }
}
