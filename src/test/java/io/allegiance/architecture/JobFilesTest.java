package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.intake.line.EarliestDate;
import io.allegiance.loyalty.Dimensions;
import io.allegiance.retention.RetentionSettings;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.ClosureSettings;
import io.allegiance.settings.LineSettings;
import io.allegiance.settings.ProductSettings;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.training.TrainSettings;
import io.allegiance.watch.DeadlineSettings;
import io.allegiance.watch.alert.AlertSettings;
import io.allegiance.watch.metrics.MetricsSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.FileSystemResource;

/** The files in {@code jobs} are the operator's document and the program's configuration at once: nothing in them is idle. */
class JobFilesTest {

    private static final Path JOBS = Path.of("jobs");
    private static final Pattern PLACEHOLDER = Pattern.compile("\"\\$\\{(allegiance\\.[a-z.-]+)}\"");

    @Test
    void everyKeyOfTheNightIsASettingOfTheNight() {
        Map<String, Object> keys = withoutDeadline("nightly.yaml");
        NightlySettings settings = new Binder(new MapConfigurationPropertySource(keys))
                .bind(
                        "allegiance.nightly",
                        Bindable.of(NightlySettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
        NightlySettings shipped = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("allegiance.nightly", NightlySettings.class);
        assertThat(settings).as("the file says what holds without it").isEqualTo(shipped);
    }

    @Test
    void everyLoyaltyDimensionHasItsWeightInTheFile() {
        String prefix = "allegiance.nightly.loyalty-weights.";
        assertThat(read("nightly.yaml").keySet().stream().filter(key -> key.startsWith(prefix)))
                .containsExactlyInAnyOrderElementsOf(Dimensions.ALL.stream()
                        .map(dimension -> prefix + dimension.name().replace('_', '-'))
                        .toList());
    }

    @Test
    void everyKeyOfTrainingIsASettingOfTraining() {
        TrainSettings settings = new Binder(new MapConfigurationPropertySource(withoutDeadline("train.yaml")))
                .bind(
                        "allegiance.train",
                        Bindable.of(TrainSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
        TrainSettings shipped = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("allegiance.train", TrainSettings.class);
        assertThat(settings).as("the file says what holds without it").isEqualTo(shipped);
    }

    @Test
    void everyKeyOfMaintenanceIsASettingOfMaintenance() {
        RetentionSettings settings = new Binder(new MapConfigurationPropertySource(read("maintain.yaml")))
                .bind(
                        "allegiance.maintain",
                        Bindable.of(RetentionSettings.class),
                        new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .get();
        RetentionSettings shipped = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("allegiance.maintain", RetentionSettings.class);
        assertThat(settings).as("the file says what holds without it").isEqualTo(shipped);
    }

    @Test
    void theBusinessSettingsInTheFileAreThoseThatHoldWithoutIt() {
        assertThat(new Binder(new MapConfigurationPropertySource(read("nightly.yaml")))
                        .bindOrCreate("allegiance", BusinessSettings.class))
                .isEqualTo(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("allegiance", BusinessSettings.class));
    }

    @Test
    void theProductSettingsInTheFileAreThoseThatHoldWithoutIt() {
        assertThat(new Binder(new MapConfigurationPropertySource(read("nightly.yaml")))
                        .bindOrCreate("allegiance.products", ProductSettings.class))
                .isEqualTo(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("allegiance.products", ProductSettings.class));
    }

    @Test
    void theClosureSettingsInTheFileAreThoseThatHoldWithoutIt() {
        assertThat(new Binder(new MapConfigurationPropertySource(read("nightly.yaml")))
                        .bindOrCreate("allegiance", ClosureSettings.class))
                .isEqualTo(new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("allegiance", ClosureSettings.class));
    }

    @Test
    void theLineSettingsInTheFileAreThoseThatHoldWithoutIt() {
        LineSettings shipped = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("allegiance.intake", LineSettings.class);
        assertThat(new Binder(new MapConfigurationPropertySource(read("nightly.yaml")))
                        .bindOrCreate("allegiance.intake", LineSettings.class))
                .isEqualTo(shipped);
        assertThat(shipped.firstDate()).isEqualTo(EarliestDate.USUAL.date());
    }

    @Test
    void theDeadlinesInTheFilesAreThoseThatHoldWithoutThem() {
        for (String job : List.of("nightly", "train")) {
            Map<String, Object> keys = read(job + ".yaml");
            assertThat(keys).containsKey("allegiance." + job + ".deadline");
            assertThat(new Binder(new MapConfigurationPropertySource(keys))
                            .bindOrCreate("allegiance", DeadlineSettings.class))
                    .isEqualTo(new DeadlineSettings(
                            new DeadlineSettings.JobDeadline(""), new DeadlineSettings.JobDeadline("")));
        }
    }

    @Test
    void everyKeyOfTheWatchIsASettingOfAlertsOrMetrics() {
        Map<String, Object> keys = read("watch.yaml");
        assertThat(keys.keySet()).allMatch(key -> key.matches("allegiance\\.(alert|metrics)\\..+"));
        assertThat(bindAll(keys, "allegiance.alert", AlertSettings.class))
                .isEqualTo(bindAll(Map.of(), "allegiance.alert", AlertSettings.class));
        assertThat(bindAll(keys, "allegiance.metrics", MetricsSettings.class))
                .isEqualTo(bindAll(Map.of(), "allegiance.metrics", MetricsSettings.class));
    }

    private static <T> T bindAll(Map<String, Object> keys, String prefix, Class<T> settings) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate(prefix, Bindable.of(settings), new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
    }

    /** The deadlines of all jobs are settings of one kind. */
    private static Map<String, Object> withoutDeadline(String name) {
        Map<String, Object> keys = read(name);
        keys.keySet().removeIf(key -> key.endsWith(".deadline"));
        return keys;
    }

    @Test
    void everyOtherKeyIsReadByName() {
        Set<String> keys = new TreeSet<>(read("nightly.yaml").keySet());
        keys.removeIf(key -> key.startsWith("allegiance.nightly.") || key.startsWith("allegiance.products."));
        Set<String> read = placeholders();
        // Says where these files are
        read.remove("allegiance.jobs");
        read.addAll(Set.of(
                "allegiance.zone",
                "allegiance.reporting-currency",
                "allegiance.horizon-days",
                "allegiance.further-horizons",
                "allegiance.next-category",
                "allegiance.closed",
                "allegiance.intake.earliest-date",
                "allegiance.find-closures",
                "allegiance.ranges"));
        assertThat(keys).isEqualTo(read);
    }

    @Test
    void everyFileOfJobsIsReadByTheProgram() throws IOException {
        String imported = Files.readString(Path.of("src", "main", "resources", "application.yaml"));
        try (Stream<Path> files = Files.list(JOBS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".yaml") && !name.equals("segments.yaml"))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(imported)
                            .contains("classpath:jobs/" + name)
                            .contains("${allegiance.jobs}/" + name));
        }
    }

    private static Map<String, Object> read(String name) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new FileSystemResource(JOBS.resolve(name)));
        Map<String, Object> keys = new TreeMap<>();
        yaml.getObject().forEach((key, value) -> keys.put(key.toString(), value));
        assertThat(keys).as(name).isNotEmpty();
        return keys;
    }

    private static Set<String> placeholders() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                PLACEHOLDER.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
