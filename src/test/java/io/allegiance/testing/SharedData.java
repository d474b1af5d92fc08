package io.allegiance.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Transaction logs that lie beside the repository, in {@code ../shared/data} or where the environment variable {@code
 * ALLEGIANCE_TEST_DATA} points. A test whose file is not there is skipped with its reason; where {@code CI} is true it
 * fails.
 */
public final class SharedData {

    private SharedData() {}

    /** A line of a log: the columns customer_id, transaction_ts and amount as they stand in the file. */
    public record Line(String customerId, String timestamp, String amount) {}

    /** The path of a file, which exists; else the test ends here. */
    public static Path path(String name) {
        return require(folder().resolve(name), name);
    }

    /** The path of a file of a case, beside the folder of the logs; else the test ends here. */
    public static Path casePath(String name) {
        return require(folder().resolveSibling("cases").resolve(name), name);
    }

    private static Path folder() {
        return Optional.ofNullable(System.getenv("ALLEGIANCE_TEST_DATA"))
                .map(Path::of)
                .orElse(Path.of("..", "shared", "data"));
    }

    private static Path require(Path path, String name) {
        if (Files.isReadable(path)) {
            return path;
        }
        String reason = "the shared file " + name + " is not there; ALLEGIANCE_TEST_DATA names its folder";
        return "true".equals(System.getenv("CI")) ? fail(reason) : abort(reason);
    }

    /** Opens a file, unpacked if its name ends in gz. */
    public static InputStream open(String name) throws IOException {
        return unpacked(path(name));
    }

    /** Opens a file, or a part of it, unpacked if its name ends in gz. */
    public static InputStream unpacked(Path path) throws IOException {
        InputStream file = Files.newInputStream(path);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file;
    }

    /**
     * The lines of one customer in so many of a log, and of those named, under its header: a file in the folder. The whole
     * log where {@code -Dallegiance.whole=true} asks for it.
     */
    public static Path oneCustomerIn(int share, String name, Path folder, String... named) {
        if (Boolean.getBoolean("allegiance.whole")) {
            return path(name);
        }
        Set<String> kept = Set.of(named);
        Path part = folder.resolve("one-in-" + share + "-" + name.replaceFirst("\\.gz$", ""));
        return part(name, part, line -> {
            String customer = line.substring(0, line.indexOf(','));
            return Math.floorMod(customer.hashCode(), share) == 0 || kept.contains(customer);
        });
    }

    /** Writes those lines of a log that are asked for, under its header. */
    public static Path part(String name, Path to, Predicate<String> wanted) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8));
                BufferedWriter writer = Files.newBufferedWriter(to)) {
            writer.append(reader.readLine()).append('\n');
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (wanted.test(line)) {
                    writer.append(line).append('\n');
                }
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the lines of a log whose first three columns, customer_id, transaction_ts and amount, hold no quotes. */
    public static List<Line> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(name), StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            reader.readLine();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                String[] cells = text.split(",", 4);
                lines.add(new Line(cells[0], cells[1], cells[2]));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
