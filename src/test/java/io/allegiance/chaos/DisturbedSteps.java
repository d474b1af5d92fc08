package io.allegiance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * One night that something happens to in its steps, in one after the other, and that the same command carries on each time. So
 * each attempt does one step, and what was completed must not be done again.
 *
 * @param date of the night
 * @param before what readers saw before it
 * @param steps those in which something happens, the first and the last among them
 */
record DisturbedSteps(LocalDate date, Tables.Seen before, Set<StepOfNight> steps) {

    private static final String COMPLETED = "COMPLETED";
    private static final String EXECUTIONS = " FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION_PARAMS p ON"
            + " p.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID WHERE p.PARAMETER_NAME = 'runId' AND p.PARAMETER_VALUE = ?";

    /** Rows in a chunk of scores, by {@link Shop#smallChunks()}. */

    /** What is said of readers. */
    String readers(boolean published) {
        return published
                ? "readers still see publication " + (before.publication() + 1) + " of " + date + ", good until "
                : "readers still see publication " + before.publication() + " of " + before.date() + ", good until ";
    }

    /** Requires that readers see one whole night, that the step is not taken for done, and that those before it are. */
    void assertUnharmedIn(StepOfNight step, boolean published, Tables tables) {
        if (published) {
            assertThat(tables.seen().date()).isEqualTo(date);
            assertThat(tables.night(date)).isEqualTo(Shop.undisturbed(date));
        } else {
            assertThat(tables.seen()).isEqualTo(before);
        }
        Map<String, List<String>> executions = executions(tables);
        assertThat(executions.get(step.step())).as("%s of %s", step, executions).doesNotContain(COMPLETED);
        for (StepOfNight other : StepOfNight.values()) {
            if (other.compareTo(step) < 0) {
                assertThat(executions.get(other.step()))
                        .as("%s in %s", other, step)
                        .endsWith(COMPLETED);
            } else if (other.compareTo(step) > 0) {
                assertThat(executions).doesNotContainKey(other.step());
            }
        }
    }

    /**
     * Requires that the night is there as if nothing had happened, that no step or partition was done again after it was
     * completed, and no row but those of the chunks that were cut.
     */
    void assertFinished(Program.End last, Tables tables) {
        assertThat(last.code()).as(last.err()).isZero();
        assertThat(tables.night(date)).isEqualTo(Shop.undisturbed(date));
        assertThat(tables.seen().date()).isEqualTo(date);
        Map<String, List<String>> executions = executions(tables);
        executions.forEach((name, states) -> assertThat(states.subList(0, states.size() - 1))
                .as("%s before its last execution", name)
                .doesNotContain(COMPLETED));
        for (StepOfNight step : StepOfNight.values()) {
            assertThat(executions.get(step.step()))
                    .as(step.toString())
                    .hasSize(steps.contains(step) ? 2 : 1)
                    .endsWith(COMPLETED);
        }
        long customers = tables.seen().customers();
        assertThat(tables.count(
                        "SELECT SUM(s.WRITE_COUNT)" + EXECUTIONS + " AND s.STEP_NAME LIKE 'scoreCustomers:%'",
                        Long.toString(runId(tables))))
                .as("score rows written by all attempts together")
                .isBetween(customers, customers + 2 * Shop.SCORES_IN_CHUNK);
    }

    /** The states of all executions of each step and partition of the night's newest run, in their order. */
    private Map<String, List<String>> executions(Tables tables) {
        Map<String, List<String>> executions = new LinkedHashMap<>();
        RowCallbackHandler add = row -> executions
                .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                .add(row.getString(2));
        tables.jdbc()
                .query(
                        "SELECT s.STEP_NAME, s.STATUS" + EXECUTIONS + " ORDER BY s.STEP_EXECUTION_ID",
                        add,
                        Long.toString(runId(tables)));
        return executions;
    }

    private long runId(Tables tables) {
        return tables.count("SELECT MAX(run_id) FROM run WHERE job = 'nightly' AND business_date = ?", date);
    }
}
