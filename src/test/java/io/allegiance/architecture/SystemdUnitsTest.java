package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units of systemd run the program as an account of its own that can do little, and systemd itself accepts them. */
class SystemdUnitsTest {

    /** By systemd's own measure, from 0 to 10; without any of the settings a service has 9.6. */
    private static final String HIGHEST_EXPOSURE_IN_TENTHS = "20";

    @TempDir
    private Path folder;

    @Test
    void everyUnitIsLookedAtHere() throws IOException {
        try (Stream<Path> files = Files.list(SystemdUnits.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "allegiance-alert@.service",
                            "allegiance-deadline.service",
                            "allegiance-deadline.timer",
                            "allegiance-maintain.service",
                            "allegiance-maintain.timer",
                            "allegiance-nightly.service",
                            "allegiance-nightly.timer",
                            "allegiance-train.service",
                            "allegiance-train.timer",
                            "allegiance.sysusers.conf");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "train", "maintain", "deadline"})
    void theProgramCanDoLittle(String name) {
        assertThat(SystemdUnits.read("allegiance-" + name + ".service").get("Service"))
                .containsEntry("User", "allegiance")
                .containsEntry("ProtectSystem", "strict")
                .containsEntry("ProtectHome", "yes")
                .containsEntry("PrivateTmp", "yes")
                .containsEntry("NoNewPrivileges", "yes")
                .containsEntry("CapabilityBoundingSet", "")
                .containsEntry("StateDirectory", "allegiance")
                .containsEntry("CacheDirectory", "allegiance")
                .containsEntry("WorkingDirectory", "%S/allegiance")
                // A compiler at run time writes what it executes
                .doesNotContainKey("MemoryDenyWriteExecute");
    }

    /** {@code A31_APasswordFromAFileTest} shows that the program finds it there. */
    @ParameterizedTest
    @ValueSource(strings = {"nightly", "train", "maintain", "deadline"})
    void thePasswordIsACredential(String name) {
        String account = name.equals("maintain") ? "allegiance-maintain" : "allegiance";
        Map<String, String> service =
                SystemdUnits.read("allegiance-" + name + ".service").get("Service");
        assertThat(service)
                .containsEntry("EnvironmentFile", "/etc/" + account + ".env")
                .containsEntry("LoadCredential", "spring.datasource.password:/etc/" + account + ".password");
        assertThat(service.get("Environment"))
                .isEqualTo("ALLEGIANCE_HOME=%S/allegiance XDG_CACHE_HOME=%C SPRING_CONFIG_IMPORT=configtree:%d/");
    }

    @Test
    void theAccountIsMadeBySystemd() throws IOException {
        assertThat(Files.readAllLines(SystemdUnits.FOLDER.resolve("allegiance.sysusers.conf")))
                .endsWith("u allegiance - \"Allegiance\" /var/lib/allegiance");
    }

    @Test
    void somebodyIsCalledWhenAUnitFails() {
        Map<String, Map<String, String>> alert = SystemdUnits.read("allegiance-alert@.service");
        assertThat(alert).containsOnlyKeys("Unit", "Service");
        assertThat(alert.get("Service"))
                .containsEntry("Type", "oneshot")
                .containsEntry("ProtectSystem", "full")
                // Mail programs become another account to hand over a message
                .doesNotContainKey("NoNewPrivileges");
        assertThat(alert.get("Service").get("ExecStart")).contains("%i");
    }

    @Test
    void systemdAcceptsThem() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify", "--man=no"));
        command.addAll(units());
        assertThat(saidBy(command)).as("systemd-analyze verify").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nightly", "train", "maintain", "deadline"})
    void systemdFindsThemLittleExposed(String name) throws IOException, InterruptedException {
        units();
        assertThat(saidBy(List.of(
                        "systemd-analyze",
                        "security",
                        "--no-pager",
                        "--offline=yes",
                        "--threshold=" + HIGHEST_EXPOSURE_IN_TENTHS,
                        folder.resolve("allegiance-" + name + ".service").toString())))
                .contains("Overall exposure level for allegiance-" + name + ".service");
    }

    /** Copies the units, with a program that is there. */
    private List<String> units() throws IOException {
        Path program = folder.resolve("opt/jobs/allegiance");
        ShellScripts.write(program, "exit 0");
        List<String> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(SystemdUnits.FOLDER)) {
            for (Path file :
                    files.filter(each -> !each.toString().endsWith(".conf")).toList()) {
                Path copy = folder.resolve(file.getFileName());
                Files.writeString(
                        copy, Files.readString(file).replace("/opt/allegiance/jobs/allegiance", program.toString()));
                copies.add(copy.toString());
            }
        }
        return copies;
    }

    private String saidBy(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        assumeTrue(
                hasSystemd(), "there is no systemd-analyze of version 250 or newer here, so the units were only read");
        int code = ShellScripts.endOf(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()));
        assertThat(code).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }

    private boolean hasSystemd() throws InterruptedException, IOException {
        Path version = folder.resolve("version");
        try {
            ShellScripts.endOf(new ProcessBuilder("systemd-analyze", "--version").redirectOutput(version.toFile()));
        } catch (IOException e) {
            return false;
        }
        return Files.readString(version).matches("(?s)systemd (2[5-9]|[3-9][0-9])[0-9].*");
    }
}
