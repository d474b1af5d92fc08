package io.allegiance.run;

import io.allegiance.run.RunSteps.StepLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far one step of a run is, all its executions together.
 *
 * @param name the step
 * @param status of its last execution, as Spring Batch has it
 * @param partitions so many it was cut into; 0 for a step in one piece
 * @param partitionsComplete those that have nothing left to do
 * @param read items read by all executions
 * @param written items written by all executions
 * @param seconds how long its executions took, so far; of one that runs, as far as its partitions have told
 */
public record StepState(
        String name, String status, int partitions, int partitionsComplete, long read, long written, double seconds) {

    private static final String COMPLETED = "COMPLETED";

    /** Whether it has nothing left to do. */
    public boolean isComplete() {
        return status.equals(COMPLETED);
    }

    /** Puts the executions of a run's steps together, in the order in which the steps first began. */
    public static List<StepState> of(List<StepLine> lines) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        lines.forEach(line ->
                tallies.computeIfAbsent(line.step(), name -> new Tally()).add(line));
        List<StepState> states = new ArrayList<>();
        tallies.forEach((name, tally) -> states.add(tally.toState(name)));
        return states;
    }

    /** Spring Batch adds up what partitions read in the row of their step too, but only at its end. */
    private static final class Tally {

        private final Map<String, String> partitions = new HashMap<>();
        private final Counts ofStep = new Counts();
        private final Counts ofPartitions = new Counts();
        private String status = "";
        private double longestPartition;

        void add(StepLine line) {
            if (line.isPartition()) {
                partitions.put(line.name(), line.status());
                longestPartition = Math.max(longestPartition, line.seconds());
                ofPartitions.add(line);
            } else {
                status = line.status();
                ofStep.add(line);
            }
        }

        StepState toState(String name) {
            int complete =
                    (int) partitions.values().stream().filter(COMPLETED::equals).count();
            Counts counts = partitions.isEmpty() ? ofStep : ofPartitions;
            return new StepState(
                    name,
                    status,
                    partitions.size(),
                    complete,
                    counts.read,
                    counts.written,
                    Math.max(ofStep.seconds, longestPartition));
        }
    }

    private static final class Counts {

        private long read;
        private long written;
        private double seconds;

        void add(StepLine line) {
            read += line.read();
            written += line.written();
            seconds += line.seconds();
        }
    }
}
