package io.allegiance.bench.simulation;

/**
 * What a step asks of the machines, where one thread does it alone. A row is a customer of the shop.
 *
 * @param name the step
 * @param fixed seconds that it takes however few rows there are, 0 or more
 * @param elapsed further seconds that pass a row
 * @param program seconds of a processor that the program takes a row
 * @param server seconds of a processor that the database server takes a row
 * @param bytes between program and server a row
 */
public record StepDemand(String name, double fixed, double elapsed, double program, double server, double bytes) {

    public StepDemand {
        if (!(fixed >= 0 && elapsed >= 0 && program >= 0 && server >= 0 && bytes >= 0)) {
            throw new IllegalArgumentException("the demand of %s must be 0 or more; was %s %s %s %s %s"
                    .formatted(name, fixed, elapsed, program, server, bytes));
        }
    }

    StepKind kind() {
        return StepKind.of(name);
    }

    /** Seconds a row that the one thread waits for the program: no more than pass. */
    double programInLine() {
        return Math.min(program, elapsed);
    }

    /** Seconds a row that the one thread waits for the server: no more than pass. */
    double serverInLine() {
        return Math.min(server, elapsed);
    }

    /** Seconds a row in which server and program work at the same time for the one thread. */
    double together() {
        return Math.max(0, programInLine() + serverInLine() - elapsed);
    }

    /** Seconds a row that only the program works. */
    double programAlone() {
        return Math.max(0, programInLine() - together());
    }

    /** Seconds a row that only the server works. */
    double serverAlone() {
        return Math.max(0, serverInLine() - together());
    }

    /** Seconds a row in which neither works: the disk at commits, and the way there and back. */
    double waiting() {
        return Math.max(0, elapsed - programInLine() - serverInLine());
    }
}
