package io.allegiance.job;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.format.FileFormat;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.format.RequestedFormat;
import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.intake.load.FileImport;
import io.allegiance.intake.load.ImportProgress;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.load.ImportRequest;
import io.allegiance.platform.terminal.ProgressLine;
import io.allegiance.settings.Settings;
import io.allegiance.wording.Counted;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The import of a file, under the lease, so that no night reads half of it. */
@Component
public final class ImportRun {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);

    private final ExclusiveWork exclusive;
    private final FileImport files;
    private final Settings settings;
    private final FormatFolder formats;
    private final Clock clock;

    ImportRun(ExclusiveWork exclusive, FileImport files, Settings settings, FormatFolder formats, Clock clock) {
        this.exclusive = exclusive;
        this.files = files;
        this.settings = settings;
        this.formats = formats;
        this.clock = clock;
    }

    /**
     * The files of a command, each an import of its own.
     *
     * @param inputs in their order
     * @param options what is said about their format; it is saved, where it says so, once the first has landed
     */
    public record Files(ImportKind kind, List<InputFile> inputs, boolean replace, FormatOptions options) {

        public Files {
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * Lands files one after the other; the first that fails ends it, and what landed before stays.
     *
     * @param landed is told of each import when it has ended
     * @throws UsageException when a file is not a complete file of its kind and format; then nothing of it landed
     */
    public void runAll(Files all, BiConsumer<InputFile, ImportReport> landed) {
        String name = all.options().saveAs();
        if (name != null) {
            formats.requireFree(name);
        }
        exclusive.run(() -> {
            String unsaved = name;
            for (InputFile input : all.inputs()) {
                RequestedFormat format = formats.choose(all.options());
                landed.accept(
                        input,
                        files.land(
                                new ImportRequest(all.kind(), input, all.replace(), format), this::log, settings::fix));
                if (unsaved != null) {
                    save(unsaved, input, format);
                    unsaved = null;
                }
            }
            return all.inputs().size();
        });
    }

    private void save(String name, InputFile input, RequestedFormat format) {
        FileFormat chosen = format.chosen()
                .orElseThrow(() -> new UsageException(
                        "The file " + input.path() + " landed; it has our own format, so there is none to save."));
        LOG.info("import: the format is saved as {}", formats.save(name, chosen.with(input.layout())));
    }

    /**
     * Lands a file, and logs how far it is. The first line of all that lands fixes zone and currency.
     *
     * @throws UsageException when the file is not a complete file of its kind; then nothing of it landed
     */
    public ImportReport run(ImportRequest request) {
        return exclusive.run(() -> files.land(request, this::log, settings::fix));
    }

    private void log(ImportProgress.Moment moment) {
        String phase = "import: " + moment.phase().name().toLowerCase(Locale.ROOT) + " ";
        String counts = Counted.of(moment.lines(), "line") + ", " + moment.linesPerSecond() + " a second";
        ProgressLine.show(phase
                + ProgressLine.describe(moment.share(), moment.spent(), ZonedDateTime.now(clock))
                + " (" + counts + ")");
        String whole = phase + counts + ", " + Math.round(moment.share() * 100) + " % of the file";
        if (moment.share() < 1) {
            LOG.info(ProgressLine.LOGGED, whole);
        } else {
            LOG.info(whole);
        }
    }
}
