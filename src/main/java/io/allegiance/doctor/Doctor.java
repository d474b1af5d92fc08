package io.allegiance.doctor;

import io.allegiance.doctor.HealthChecks.Entry;
import io.allegiance.failure.CauseChain;
import io.allegiance.platform.database.DatabaseFailures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;

/** Runs the checks. A check whose precondition failed is reported as not examined. */
public final class Doctor {

    private final BeanFactory beans;

    /**
     * Created for its command alone.
     *
     * @param beans the checks: of the program, or of {@link MachineConfiguration} where there is no database
     */
    Doctor(BeanFactory beans) {
        this.beans = beans;
    }

    /** Examines what needs no database. */
    public List<Finding> examineMachine() {
        return examine(HealthChecks.ON_THIS_MACHINE);
    }

    /** Examines the server and what its tables hold. */
    public List<Finding> examineDatabase() {
        List<Finding> findings = new ArrayList<>(examine(HealthChecks.ON_THE_SERVER));
        findings.addAll(
                beans.getBean(SchemaCheck.class).isCurrent()
                        ? examineTables()
                        : leaveOut(HealthChecks.IN_THE_TABLES.stream(), "the tables are not those of this version"));
        return findings;
    }

    private List<Finding> examineTables() {
        RightsCheck.Purpose purpose = beans.getBean(RightsCheck.class).getPurpose();
        return HealthChecks.IN_THE_TABLES.stream()
                .flatMap(entry -> examine(entry, purpose).stream())
                .toList();
    }

    /** What an account is not meant to see is not checked with it. */
    private List<Finding> examine(Entry entry, RightsCheck.Purpose purpose) {
        if (purpose == RightsCheck.Purpose.LOOKING && HealthChecks.OF_LINES.contains(entry.check())) {
            return leaveOut(Stream.of(entry), "this account may not read lines of trade");
        }
        try {
            return beans.getBean(entry.check()).examine();
        } catch (RuntimeException e) {
            return purpose != RightsCheck.Purpose.NIGHTS && CauseChain.of(e).anyMatch(Grants::isDenial)
                    ? leaveOut(Stream.of(entry), "this account may not read what it takes")
                    : List.of(toFinding(entry, e));
        }
    }

    /** Says of all that needs the configuration that it was not looked at. */
    public static List<Finding> leaveOutAllButConfiguration() {
        return leaveOut(
                Stream.of(HealthChecks.ON_THIS_MACHINE, HealthChecks.ON_THE_SERVER, HealthChecks.IN_THE_TABLES)
                        .flatMap(List::stream)
                        .skip(1),
                "the configuration is refused");
    }

    /** Says of all that needs the database that it was not looked at. */
    public static List<Finding> leaveOutAllButDatabase() {
        return leaveOut(
                Stream.of(HealthChecks.ON_THE_SERVER, HealthChecks.IN_THE_TABLES)
                        .flatMap(List::stream)
                        .skip(1),
                "the database cannot be asked");
    }

    private static List<Finding> leaveOut(Stream<Entry> entries, String why) {
        return entries.map(entry -> Finding.notChecked(entry.name(), why)).toList();
    }

    private List<Finding> examine(List<Entry> entries) {
        return entries.stream().flatMap(entry -> examine(entry).stream()).toList();
    }

    /** Makes a failure that the program knows a finding; any other is a fault of the program. */
    List<Finding> examine(Entry entry) {
        try {
            return beans.getBean(entry.check()).examine();
        } catch (RuntimeException e) {
            return List.of(toFinding(entry, e));
        }
    }

    private static Finding toFinding(Entry entry, RuntimeException failure) {
        return Finding.of(entry.name(), DatabaseFailures.find(failure).orElseThrow(() -> failure));
    }
}
