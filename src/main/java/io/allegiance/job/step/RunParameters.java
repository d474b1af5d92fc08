package io.allegiance.job.step;

import java.time.LocalDate;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * The parameters of a job: they name the run and nothing else; the run's inputs are in its row.
 *
 * @param runId the run
 * @param businessDate its date, for those who read the tables of Spring Batch
 */
public record RunParameters(long runId, LocalDate businessDate) {

    private static final String RUN_ID = "runId";
    private static final String BUSINESS_DATE = "businessDate";

    /** Reads what {@link #toJobParameters} wrote. */
    public static RunParameters of(JobParameters parameters) {
        Long runId = parameters.getLong(RUN_ID);
        String date = parameters.getString(BUSINESS_DATE);
        if (runId == null || date == null) {
            throw new IllegalArgumentException("a job needs the parameters " + RUN_ID + " and " + BUSINESS_DATE);
        }
        return new RunParameters(runId, LocalDate.parse(date));
    }

    /** Returns these as parameters of a job; both identify it. */
    public JobParameters toJobParameters() {
        return new JobParametersBuilder()
                .addLong(RUN_ID, runId)
                .addString(BUSINESS_DATE, businessDate.toString())
                .toJobParameters();
    }
}
