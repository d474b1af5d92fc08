package io.allegiance.settings.nightly;

import io.allegiance.calendar.DateRange;
import io.allegiance.failure.AttentionException;
import io.allegiance.platform.Json;
import io.allegiance.platform.yaml.BoundedYaml;
import io.allegiance.run.Run;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.ProductSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The configuration as the files have it now, and as runs froze it. */
@Component
public final class ConfigurationSource {

    private static final String SHIPPED_SEGMENTS = "jobs/segments.yaml";

    private final BusinessSettings business;
    private final ProductSettings products;
    private final ClosureSettings closures;
    private final NightlySettings nightly;
    private final Path jobs;

    /**
     * @param jobs the folder of the job files; the segment rules there come before those in the jar
     */
    ConfigurationSource(
            BusinessSettings business,
            ProductSettings products,
            ClosureSettings closures,
            NightlySettings nightly,
            @Value("${allegiance.jobs:jobs}") Path jobs) {
        this.business = business;
        this.products = products;
        this.closures = closures;
        this.nightly = nightly;
        this.jobs = jobs;
    }

    /**
     * Reads the current configuration and checks it.
     *
     * @throws AttentionException when a file of it cannot be read or is refused
     */
    public FrozenConfiguration readCurrent() {
        Path file = nightly.segments();
        Path beside = jobs.resolve("segments.yaml");
        FrozenConfiguration configuration = new FrozenConfiguration(
                business.horizonDays(),
                FrozenConfiguration.Bands.of(nightly.churnBands()),
                file == null ? SHIPPED_SEGMENTS : file.toString(),
                file != null ? readFile(file) : Files.exists(beside) ? readFile(beside) : readShipped(),
                nightly.gate(),
                products.leftOut(),
                nightly.loyaltyWeights(),
                nightly.segmentHoldDays(),
                closures.closed().stream().map(DateRange::toString).toList(),
                closures.fromLines(),
                FrozenConfiguration.Staleness.of(nightly),
                business.nextCategory());
        configuration.requireSoundRules();
        return configuration;
    }

    /**
     * Requires that a night could start with the current configuration.
     *
     * @throws AttentionException when a file of it cannot be read or is refused
     */
    public void requireUsable() {
        readCurrent();
    }

    /** Returns the configuration that a run froze. */
    public FrozenConfiguration getFrozen(Run run) {
        return Json.read(run.getFrozen().configuration(), FrozenConfiguration.class);
    }

    private static String readFile(Path file) {
        try {
            return new BoundedYaml(file.toString()).readText(file);
        } catch (IOException e) {
            throw new AttentionException(file + ": the segment rules cannot be read; check that the file is there", e);
        }
    }

    private static String readShipped() {
        try (InputStream text = ConfigurationSource.class.getResourceAsStream("/" + SHIPPED_SEGMENTS)) {
            if (text == null) {
                throw new IllegalStateException("the program was built without " + SHIPPED_SEGMENTS);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AttentionException(SHIPPED_SEGMENTS + " cannot be read from the program's jar", e);
        }
    }
}
