package io.allegiance.job;

import io.allegiance.failure.StoppedException;
import io.allegiance.intake.load.ImportUndo;
import io.allegiance.intake.load.UndoReport;
import io.allegiance.intake.load.UndoRequest;
import io.allegiance.job.step.StopRequest;
import io.allegiance.run.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The undo of an import, under the lease, so that no night reads half of it. */
@Component
public final class UndoRun {

    private static final Logger LOG = LoggerFactory.getLogger(UndoRun.class);
    private static final long ROWS_BETWEEN_LOGS = 200_000;

    private final ExclusiveWork exclusive;
    private final ImportUndo undo;
    private final StopRequest stop;

    UndoRun(ExclusiveWork exclusive, ImportUndo undo, StopRequest stop) {
        this.exclusive = exclusive;
        this.undo = undo;
        this.stop = stop;
    }

    /** Says what an undo would take back, without the lease: it writes nothing. */
    public UndoReport preview(long importId) {
        return undo.preview(importId);
    }

    /**
     * Takes an import back.
     *
     * @throws StoppedException when the process was asked to stop; the same command does the rest
     */
    public UndoReport run(long importId, Decision decision) {
        UndoRequest request = new UndoRequest(importId, decision.by(), decision.reason());
        Progress progress = new Progress();
        return exclusive.run(() -> undo.run(request, rows -> progress.logOrStop(importId, rows)));
    }

    private final class Progress {

        private long logged;

        void logOrStop(long importId, long rows) {
            if (stop.isRequested()) {
                throw new StoppedException("stopped on request; a part of import " + importId
                        + " is taken back. The same command does the rest");
            }
            if (rows - logged >= ROWS_BETWEEN_LOGS) {
                logged = rows;
                LOG.info("undo: {} rows of import {}", rows, importId);
            }
        }
    }
}
