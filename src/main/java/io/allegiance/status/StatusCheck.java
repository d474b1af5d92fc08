package io.allegiance.status;

import io.allegiance.watch.alert.DeadlineCheck;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks whether the night of a date is late, and reads the status after that. */
@Component
public final class StatusCheck {

    private final DeadlineCheck deadline;
    private final StatusReader reader;

    StatusCheck(DeadlineCheck deadline, StatusReader reader) {
        this.deadline = deadline;
        this.reader = reader;
    }

    /**
     * Raises an alert where the night of a date is late, and reads the status.
     *
     * @param due the date whose night is checked
     * @param shown the date whose status is read; null for that of the newest run
     */
    public Status run(LocalDate due, @Nullable LocalDate shown) {
        deadline.raiseIfLate(due);
        return reader.read(shown);
    }
}
