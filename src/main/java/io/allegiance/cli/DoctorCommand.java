package io.allegiance.cli;

import io.allegiance.cli.exit.KnownFailures;
import io.allegiance.cli.text.Screen;
import io.allegiance.doctor.Doctor;
import io.allegiance.doctor.Finding;
import io.allegiance.doctor.MachineConfiguration;
import io.allegiance.doctor.Verdict;
import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
import io.allegiance.platform.datasource.DataSourceConfiguration;
import io.allegiance.platform.embedded.HomeAccess;
import io.allegiance.settings.source.ChangedSetting;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what would fail tonight, and how to correct it. */
@Command(
        name = "doctor",
        description =
                "Look at all that a night needs, change nothing, and say what would fail tonight and how to correct"
                        + " it. Ends with 21 when something would. Lists what is configured otherwise than the"
                        + " program comes, and where.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    DoctorCommand(ApplicationSession session) {
        this.session = session;
    }

    /** What {@code --json} prints. */
    private record Diagnosis(boolean wouldFail, List<Finding> findings, List<ChangedSetting> settings) {}

    @Override
    public Integer call() {
        List<ChangedSetting> settings = new ArrayList<>();
        List<Finding> findings = examine(settings);
        boolean wouldFail = Finding.wouldFail(findings);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Screen.unfolded(out).println(Json.writePretty(new Diagnosis(wouldFail, findings, settings)));
        } else {
            findings.forEach(finding -> print(finding, out));
            settings.forEach(setting -> print(setting, out));
            out.println(wouldFail ? "Something would fail tonight." : "Nothing would fail tonight.");
        }
        return (wouldFail ? ExitCode.ATTENTION : ExitCode.DONE).code();
    }

    /** Examines everything, and adds the settings that were changed where the configuration can be read. */
    private List<Finding> examine(List<ChangedSetting> settings) {
        List<Finding> findings = new ArrayList<>();
        try {
            findings.addAll(session.<MachineExamination, List<Finding>>executeWithoutDatabase(
                    MachineConfiguration.class, MachineExamination.class, machine -> {
                        settings.addAll(machine.listChanged());
                        return machine.examineMachine();
                    }));
        } catch (RuntimeException e) {
            findings.add(Finding.of("configuration", known(e)));
            findings.addAll(Doctor.leaveOutAllButConfiguration());
            return findings;
        }
        try {
            findings.addAll(session.executeOnAnySchema(
                    Map.of(DataSourceConfiguration.HOME_ACCESS, HomeAccess.READ),
                    Doctor.class,
                    Doctor::examineDatabase));
        } catch (RuntimeException e) {
            findings.add(Finding.of("database", known(e)));
            findings.addAll(Doctor.leaveOutAllButDatabase());
        }
        return findings;
    }

    /** A failure that has no message of ours is a fault of the program. */
    private static AllegianceException known(RuntimeException failure) {
        return KnownFailures.find(failure).orElseThrow(() -> failure);
    }

    /** What fails stands out; padded before, because colours take room that nobody sees. */
    private static String mark(Finding finding, PrintWriter out) {
        String mark = String.format(Locale.ROOT, "%-4s", finding.verdict().mark());
        return finding.verdict() == Verdict.FAIL ? Screen.strong(out, mark) : mark;
    }

    private static void print(Finding finding, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s  %-16s  %s%s%n",
                mark(finding, out),
                finding.check(),
                Printable.of(finding.found()),
                finding.mend() == null ? "" : " => " + Printable.of(finding.mend()));
    }

    private static void print(ChangedSetting setting, PrintWriter out) {
        String shipped = setting.shipped() == null ? "" : " (shipped: " + setting.shipped() + ")";
        out.println(
                "set   " + Printable.of(setting.key() + " = " + setting.value() + shipped + ", " + setting.origin()));
    }
}
