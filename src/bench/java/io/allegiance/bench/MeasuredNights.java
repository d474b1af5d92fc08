package io.allegiance.bench;

import io.allegiance.bench.simulation.MeasuredNight;
import io.allegiance.failure.UsageException;
import io.allegiance.platform.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measured nights, as a file keeps them.
 *
 * @param server the database's name and version
 * @param processors of the machine, which server and program share
 */
public record MeasuredNights(String server, int processors, List<MeasuredNight> nights) {

    public MeasuredNights {
        nights = List.copyOf(nights);
    }

    /** Gets the JSON. */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("server", server);
        json.put("processors", processors);
        json.put("nights", nights);
        return Json.writePretty(json);
    }

    /**
     * Reads a file.
     *
     * @throws UsageException when it is not there, or holds something else
     */
    public static MeasuredNights read(Path file) {
        try {
            MeasuredNights read = Json.read(Files.readString(file), MeasuredNights.class);
            if (read.nights().isEmpty()) {
                throw new IllegalArgumentException("it has no nights");
            }
            return read;
        } catch (IOException | RuntimeException e) {
            throw new UsageException(file + " holds no measured nights; write them with"
                    + " 'jobs/allegiance bench --measure-nights " + file + "'");
        }
    }
}
