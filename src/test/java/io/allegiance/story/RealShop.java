package io.allegiance.story;

import io.allegiance.Allegiance;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.job.NightlyRun;
import io.allegiance.run.Decision;
import io.allegiance.testing.Commands;
import io.allegiance.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop whose lines come from a real log: a schema, and one program that runs all of its nights. */
final class RealShop implements AutoCloseable {

    private static final Decision OBSERVED = new Decision("test", "the log is what was recorded");

    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();
    private final Path home;
    private final List<ConfigurableApplicationContext> programs = new ArrayList<>();

    RealShop(Path home) {
        this.home = home;
    }

    /** The commands on its database. */
    Commands commands() {
        return Commands.on(schema, home);
    }

    /** Lands lines under a header; with {@code replace} they correct. */
    ImportReport land(String name, String header, List<String> lines, boolean replace) {
        try {
            Path file = Files.write(
                    home.resolveSibling(home.getFileName() + "-" + name),
                    Stream.concat(Stream.of(header), lines.stream()).toList());
            return program()
                    .getBean(FileImport.class)
                    .land(new ImportRequest(ImportKind.TRANSACTION, file, replace), ImportProgress.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the night of a date, whatever its size. */
    void night(LocalDate date) {
        program().getBean(NightlyRun.class).run(date, OBSERVED);
    }

    /** The digests of the newest publication of each date. */
    Map<LocalDate, String> digests(String digest) {
        Map<LocalDate, String> digests = new TreeMap<>();
        JdbcClient.create(schema.dataSource())
                .sql("SELECT score_date, " + digest + " FROM score_publication ORDER BY publication")
                .query(row -> {
                    digests.put(row.getObject(1, LocalDate.class), row.getString(2));
                });
        return digests;
    }

    /** The only night of a date. */
    Night of(LocalDate date) {
        return Night.of(schema, date);
    }

    private ConfigurableApplicationContext program() {
        if (programs.isEmpty()) {
            Map<String, Object> properties = new HashMap<>();
            Stream.of(schema.properties())
                    .map(property -> property.split("=", 2))
                    .forEach(property -> properties.put(property[0], property[1]));
            properties.put("ALLEGIANCE_HOME", home.toString());
            properties.put("allegiance.nightly.oldest-model", "100d");
            programs.add(new SpringApplicationBuilder(Allegiance.class)
                    .web(WebApplicationType.NONE)
                    .registerShutdownHook(false)
                    .run(properties.entrySet().stream()
                            .map(property -> "--" + property.getKey() + "=" + property.getValue())
                            .toArray(String[]::new)));
        }
        return programs.get(0);
    }

    @Override
    public void close() {
        programs.forEach(ConfigurableApplicationContext::close);
        schema.close();
    }
}
