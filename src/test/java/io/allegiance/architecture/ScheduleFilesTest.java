package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.allegiance.cli.ParsedCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * The samples in {@code jobs/schedule} start commands that there are, at the same times, and try again on 10, 12 and 20 and on
 * no other code.
 */
class ScheduleFilesTest {

    private static final Path SCHEDULE = Path.of("jobs", "schedule");
    private static final String CRON_TIME = "([0-9]+|\\*)( ([0-9]+|\\*)){4}";
    private static final Set<Integer> RETRIED = Set.of(10, 12, 20);

    /** What each scheduler starts, and when by the fields of cron. */
    private static final Map<String, String> PLAN = Map.of(
            "nightly --date yesterday --scheduler", "30 2 * * *",
            "status --alert --date yesterday", "0 7 * * *",
            "train --as-of yesterday", "0 1 * * 0",
            "maintain", "0 12 * * 0");

    private static final Map<String, String> ON_CALENDAR = Map.of(
            "30 2 * * *", "*-*-* 02:30:00",
            "0 7 * * *", "*-*-* 07:00:00",
            "0 1 * * 0", "Sun *-*-* 01:00:00",
            "0 12 * * 0", "Sun *-*-* 12:00:00");

    @TempDir
    private Path folder;

    static Stream<String> planned() {
        return PLAN.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("planned")
    void everyCommandIsOneOfTheProgram(String command) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        assertThat(ParsedCommand.findError(words)).isEmpty();
    }

    @Test
    void cronStartsWhatIsPlanned() {
        Map<String, String> found = new LinkedHashMap<>();
        Pattern line = Pattern.compile("(" + CRON_TIME + ")\\s+allegiance\\s+(.+)");
        Pattern command = Pattern.compile("jobs/allegiance ([a-z -]+?)(?= ?;|$)");
        for (String text : cronLines()) {
            MatchResult entry = match(line, text);
            found.put(match(command, entry.group(entry.groupCount())).group(1), entry.group(1));
        }
        assertThat(found).isEqualTo(PLAN);
        assertThat(read("cron/allegiance")).endsWith("\n").doesNotContain("%");
    }

    /** The line is run by a shell, with a program that ends with one code again and again. */
    @ParameterizedTest
    @CsvSource({"0, 1", "10, 7", "11, 1", "12, 7", "20, 7", "21, 1", "30, 1", "64, 1", "70, 1"})
    void cronTriesTheNightAgainOnThreeCodes(int code, int starts) throws IOException, InterruptedException {
        Path started = folder.resolve("started");
        ShellScripts.write(folder.resolve("opt/jobs/allegiance"), "echo x >> '" + started + "'; exit " + code);
        ShellScripts.write(folder.resolve("bin/sleep"), "exit 0");
        Files.writeString(folder.resolve("env"), "");
        String line = cronLines().get(0).replaceFirst("^" + CRON_TIME + "\\s+allegiance\\s+", "");
        line = line.replace("/etc/allegiance.env", folder.resolve("env").toString())
                .replace("/opt/allegiance", folder.resolve("opt").toString());
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line);
        shell.environment().merge("PATH", folder.resolve("bin").toString(), (path, first) -> first + ":" + path);
        assertThat(ShellScripts.endOf(shell)).isEqualTo(code);
        assertThat(Files.readAllLines(started)).hasSize(starts);
    }

    private static List<String> cronLines() {
        return read("cron/allegiance")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.matches("[A-Z]+=.*"))
                .toList();
    }

    @Test
    void systemdStartsWhatIsPlannedAndRestartsOnThreeCodes() {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : List.of("nightly", "train", "maintain", "deadline")) {
            Map<String, Map<String, String>> service = SystemdUnits.read("allegiance-" + name + ".service");
            Map<String, Map<String, String>> timer = SystemdUnits.read("allegiance-" + name + ".timer");
            assertThat(service).containsOnlyKeys("Unit", "Service");
            assertThat(service.get("Unit"))
                    .containsOnlyKeys(
                            "Description", "Wants", "After", "OnFailure", "StartLimitIntervalSec", "StartLimitBurst")
                    .containsEntry("OnFailure", "allegiance-alert@%n.service");
            assertThat(service.get("Service"))
                    .containsEntry("Type", "exec")
                    .containsKeys("ExecStart", "RestartSec", "TimeoutStopSec")
                    .containsEntry("Restart", "no")
                    .containsEntry("RestartForceExitStatus", "10 12 20")
                    .containsEntry("SuccessExitStatus", "30");
            assertThat(timer).containsOnlyKeys("Unit", "Timer", "Install");
            assertThat(timer.get("Timer")).containsOnlyKeys("OnCalendar", "Persistent");
            assertThat(timer.get("Install")).containsExactly(Map.entry("WantedBy", "timers.target"));
            found.put(
                    service.get("Service").get("ExecStart").replace("/opt/allegiance/jobs/allegiance ", ""),
                    timer.get("Timer").get("OnCalendar"));
        }
        assertThat(found)
                .isEqualTo(PLAN.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> ON_CALENDAR.get(entry.getValue()))));
    }

    @Test
    void kubernetesStartsWhatIsPlannedAndTriesAgainOnThreeCodes() {
        Map<String, String> found = new LinkedHashMap<>();
        StreamSupport.stream(
                        new Yaml().loadAll(read("kubernetes/allegiance.yaml")).spliterator(), false)
                .map(ScheduleFilesTest::map)
                .forEach(job -> {
                    assertThat(job)
                            .containsEntry("apiVersion", "batch/v1")
                            .containsEntry("kind", "CronJob")
                            .containsOnlyKeys("apiVersion", "kind", "metadata", "spec");
                    Map<String, Object> spec = map(job.get("spec"));
                    assertThat(spec)
                            .containsEntry("concurrencyPolicy", "Forbid")
                            .containsEntry("timeZone", "Etc/UTC");
                    found.put(
                            commandOf(map(map(spec.get("jobTemplate")).get("spec"))),
                            spec.get("schedule").toString());
                });
        assertThat(found).isEqualTo(PLAN);
    }

    private static String commandOf(Map<String, Object> job) {
        assertThat(job)
                .containsOnlyKeys(
                        "backoffLimit",
                        "activeDeadlineSeconds",
                        "podReplacementPolicy",
                        "podFailurePolicy",
                        "template");
        assertRules(list(map(job.get("podFailurePolicy")).get("rules")));
        Map<String, Object> pod = map(map(job.get("template")).get("spec"));
        assertThat(pod).containsEntry("restartPolicy", "Never").containsEntry("terminationGracePeriodSeconds", 300);
        Map<String, Object> container = map(list(pod.get("containers")).get(0));
        assertThat(container)
                .containsEntry("name", "allegiance")
                .containsEntry("command", List.of("/opt/allegiance/jobs/allegiance"))
                .containsKeys("image", "envFrom", "resources");
        assertCanDoLittle(pod, container);
        assertThat(map(map(list(container.get("envFrom")).get(0)).get("secretRef")))
                .containsKey("name");
        return list(container.get("args")).stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** No root, no way to become it, and a file system that only the volumes make writable. */
    private static void assertCanDoLittle(Map<String, Object> pod, Map<String, Object> container) {
        assertThat(map(pod.get("securityContext")))
                .containsEntry("runAsNonRoot", true)
                .containsEntry("runAsUser", 10001)
                .containsEntry("fsGroup", 10001)
                .containsEntry("seccompProfile", Map.of("type", "RuntimeDefault"));
        assertThat(pod).containsEntry("automountServiceAccountToken", false);
        assertThat(map(container.get("securityContext")))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false)
                .containsEntry("capabilities", Map.of("drop", List.of("ALL")));
        assertThat(list(container.get("volumeMounts")))
                .extracting(mount -> map(mount).get("mountPath"))
                .containsExactly("/var/lib/allegiance", "/tmp");
    }

    /** The first rule that fits decides: the cluster's own doing, then the codes to be tried again, then all others. */
    private static void assertRules(List<Object> rules) {
        assertThat(rules).extracting(rule -> map(rule).get("action")).containsExactly("Ignore", "Count", "FailJob");
        assertThat(map(rules.get(0))).containsKey("onPodConditions");
        assertThat(map(map(rules.get(1)).get("onExitCodes")))
                .containsEntry("containerName", "allegiance")
                .containsEntry("operator", "In")
                .containsEntry("values", List.of(10, 12, 20));
        assertThat(map(map(rules.get(2)).get("onExitCodes")))
                .containsEntry("containerName", "allegiance")
                .containsEntry("operator", "NotIn")
                .containsEntry("values", List.of(10, 12, 20));
    }

    @Test
    void airflowStartsWhatIsPlanned() {
        Map<String, String> found = new LinkedHashMap<>();
        String dag = read("airflow/allegiance.py");
        List<String> commands = all(Pattern.compile("\\n +run\\((.*)\\)"), dag);
        List<String> times =
                all(Pattern.compile("@dag\\(dag_id=\"allegiance_[a-z]+\", schedule=\"(.*)\", \\*\\*DAG"), dag);
        assertThat(commands).hasSameSizeAs(times);
        for (int i = 0; i < commands.size(); i++) {
            String words = commands.get(i).replace("day_before(data_interval_end)", "yesterday");
            found.put(words.replace("\"", "").replace(",", ""), times.get(i));
        }
        assertThat(found).isEqualTo(PLAN);
        assertThat(dag).contains("RETRIED = {10, 12, 20}", "\"max_active_runs\": 1", "\"retries\": 12");
    }

    /** The file is run with stand-ins for Airflow, and a program that ends with each code. */
    @Test
    void airflowTriesAgainOnThreeCodesAndFailsOnAllOthers() throws IOException, InterruptedException {
        assumeTrue(hasPython(), "there is no python3 here, so the DAG was only read");
        ShellScripts.write(folder.resolve("program"), "exit $1");
        Path stand = folder.resolve("stand_ins.py");
        Files.writeString(
                stand,
                String.join(
                        "\n",
                        "import runpy, sys, types",
                        "from datetime import datetime, timezone",
                        "class Again(Exception): pass",
                        "class Fail(Exception): pass",
                        "def module(name, **members):",
                        "    sys.modules[name] = types.ModuleType(name)",
                        "    vars(sys.modules[name]).update(members)",
                        "decorator = lambda **options: lambda function: lambda *a, **k: None",
                        "module('pendulum', datetime=lambda *a, tz: datetime(*a, tzinfo=timezone.utc))",
                        "module('airflow')",
                        "module('airflow.exceptions', AirflowException=Again, AirflowFailException=Fail)",
                        "module('airflow.sdk', dag=decorator, task=decorator)",
                        "dag = runpy.run_path(sys.argv[1])",
                        "dag['run'].__globals__['ALLEGIANCE'] = sys.argv[2]",
                        "for code in sys.argv[3:]:",
                        "    try:",
                        "        dag['run'](code)",
                        "        print(code, 'done')",
                        "    except Again: print(code, 'again')",
                        "    except Fail: print(code, 'fail')",
                        "end = datetime(2025, 10, 2, 2, 30, tzinfo=timezone.utc)",
                        "print(dag['day_before'](end), 'date')",
                        ""));
        List<String> codes = Stream.of(0, 3, 4, 10, 11, 12, 20, 21, 30, 64, 70)
                .map(String::valueOf)
                .toList();
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-B",
                stand.toString(),
                SCHEDULE.resolve("airflow/allegiance.py").toString(),
                folder.resolve("program").toString()));
        command.addAll(codes);
        Path said = folder.resolve("said");
        ProcessBuilder python =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        assertThat(ShellScripts.endOf(python)).as(Files.readString(said)).isZero();
        List<String> expected = new ArrayList<>(codes.stream()
                .map(Integer::valueOf)
                .map(code -> code + (code == 0 ? " done" : RETRIED.contains(code) ? " again" : " fail"))
                .toList());
        expected.add("2025-10-01 date");
        assertThat(Files.readAllLines(said)).isEqualTo(expected);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return ShellScripts.endOf(new ProcessBuilder("python3", "-c", "import zoneinfo")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD))
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static MatchResult match(Pattern pattern, String text) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        assertThat(found).as(pattern + " in " + text).hasSize(1);
        return found.get(0);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        assertThat(value).isInstanceOf(List.class);
        return (List<Object>) value;
    }

    private static String read(String file) {
        try {
            return Files.readString(SCHEDULE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
