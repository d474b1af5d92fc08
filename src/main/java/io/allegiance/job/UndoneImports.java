package io.allegiance.job;

import io.allegiance.failure.AttentionException;
import io.allegiance.intake.load.ImportRecords;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Keeps runs from counting half of an import: one whose undo was cut off. */
@Component
final class UndoneImports {

    private final ImportRecords imports;

    UndoneImports(ImportRecords imports) {
        this.imports = imports;
    }

    /**
     * Requires that every undo which was begun is finished.
     *
     * @throws AttentionException when one was cut off; a half of its lines would be counted
     */
    void requireComplete() {
        OptionalLong unfinished = imports.findUnfinishedUndo();
        if (unfinished.isPresent()) {
            throw new AttentionException("the undo of import " + unfinished.getAsLong()
                    + " was cut off, so a part of its"
                    + " lines is still there; finish it with 'allegiance import --undo " + unfinished.getAsLong()
                    + " --by NAME --reason TEXT', then run this command again");
        }
    }
}
