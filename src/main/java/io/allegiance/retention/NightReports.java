package io.allegiance.retention;

import io.allegiance.failure.RetryableException;
import java.time.LocalDate;
import java.util.List;

/** The reports of nights, which are files of this machine and name customers. */
public interface NightReports {

    /**
     * Lists the dates that have a report, in their order; empty where no report was written on this machine.
     *
     * @throws RetryableException when their folder cannot be read
     */
    List<LocalDate> listDates();

    /**
     * Deletes the report of a date, where there is one.
     *
     * @throws RetryableException when it cannot be deleted
     */
    void delete(LocalDate date);
}
