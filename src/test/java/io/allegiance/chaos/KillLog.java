package io.allegiance.chaos;

import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The kills of a seed that were survived, in a file: who starts the same again goes on behind them. */
final class KillLog {

    private final Path file;

    KillLog(long seed, int oneIn) {
        String engine = TestDatabase.isEmbedded() ? "mariadb" : "mysql";
        this.file = Path.of("target", "kills", engine + "-" + seed + "-" + oneIn + ".log");
    }

    Path file() {
        return file;
    }

    /** Whether a kill was survived already. */
    boolean has(Kill kill) {
        return lines().stream().anyMatch(line -> line.startsWith(kill.name() + " "));
    }

    /**
     * Adds a kill that was survived.
     *
     * @param reached the stage in which it really hit
     * @param codeOfKilled how the process ended whose server was killed; of a killed process what the system says
     * @param codeOfRerun how the same command ended
     */
    void addKill(Kill kill, Stage reached, int codeOfKilled, int codeOfRerun) {
        String line =
                String.join(" ", kill.name(), kill.stage().name(), reached.name(), "" + codeOfKilled, "" + codeOfRerun);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sums up all kills of the file: how many of each victim hit the stage that they were meant for, and which. */
    String summary() {
        List<String[]> kills = lines().stream().map(line -> line.split(" ")).toList();
        long inTime = kills.stream().filter(kill -> kill[1].equals(kill[2])).count();
        Map<String, Long> hit = kills.stream()
                .collect(Collectors.groupingBy(
                        kill -> kill[0].replaceAll("-.*", "") + " in " + kill[2], TreeMap::new, Collectors.counting()));
        Map<String, Long> codes = kills.stream()
                .collect(Collectors.groupingBy(
                        kill -> kill[0].replaceAll("-.*", "") + " " + kill[3] + ", rerun " + kill[4],
                        TreeMap::new,
                        Collectors.counting()));
        return kills.size() + " kills survived, " + inTime + " in the very stage they were meant for; " + hit
                + "; exit codes " + codes;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
