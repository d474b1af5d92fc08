package io.allegiance.intake.load;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file; times in the configured zone.
 *
 * @param importId by which {@code import --undo} knows it
 * @param kind the kind as the command line has it
 * @param file the name of the file, without folders
 * @param finishedAt null where the import was cut off
 * @param linesRead = landed + already landed + cancelled + rejected
 * @param undoStartedAt null unless an undo was begun; where {@code undoneAt} is null it was cut off
 */
public record ImportEntry(
        long importId,
        String kind,
        String file,
        LocalDateTime startedAt,
        @Nullable LocalDateTime finishedAt,
        long linesRead,
        long landed,
        long alreadyLanded,
        long cancelled,
        long rejected,
        @Nullable LocalDateTime undoStartedAt,
        @Nullable LocalDateTime undoneAt,
        @Nullable String undoneBy,
        @Nullable String undoneReason) {}
