package io.allegiance.firstscores;

import io.allegiance.failure.NothingToDoException;
import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.ImportKind;
import io.allegiance.intake.csv.InputFile;
import io.allegiance.intake.feed.FileContent;
import io.allegiance.intake.format.FormatOptions;
import io.allegiance.intake.format.file.FormatFolder;
import io.allegiance.intake.line.DayTotals;
import io.allegiance.intake.line.IntakeSettings;
import io.allegiance.intake.load.ImportReport;
import io.allegiance.intake.preview.PreviewPass;
import io.allegiance.intake.source.SourceTransactions;
import io.allegiance.job.ImportRun;
import io.allegiance.job.NightlyRun;
import io.allegiance.job.TrainRun;
import io.allegiance.platform.HomeFolder;
import io.allegiance.platform.database.Database;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.report.page.ReportFiles;
import io.allegiance.settings.BusinessSettings;
import io.allegiance.settings.nightly.NightlySettings;
import io.allegiance.training.ModelRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lands a file, trains as of its last whole day and runs the night of that day. Each part is what its own command does, so
 * the same again carries on where it ended and does nothing twice. Created for its command alone.
 */
public final class FirstScores {

    private static final Logger LOG = LoggerFactory.getLogger(FirstScores.class);

    private final FormatFolder formats;
    private final ImportRun imports;
    private final TrainRun training;
    private final NightlyRun nightly;
    private final SourceTransactions source;
    private final ModelRegistry models;
    private final Publications publications;
    private final HomeSettings homeSettings;
    private final Place place;

    FirstScores(
            FormatFolder formats,
            ImportRun imports,
            TrainRun training,
            NightlyRun nightly,
            SourceTransactions source,
            ModelRegistry models,
            Publications publications,
            BusinessSettings business,
            NightlySettings nightlySettings,
            HomeFolder home,
            Database database,
            Clock clock) {
        this.formats = formats;
        this.imports = imports;
        this.training = training;
        this.nightly = nightly;
        this.source = source;
        this.models = models;
        this.publications = publications;
        this.homeSettings = new HomeSettings(home);
        this.place = new Place(
                business, nightlySettings, home, database.embeddedHome().isPresent(), clock);
    }

    /** Where and by which settings the parts work. */
    private record Place(
            BusinessSettings business, NightlySettings nightly, HomeFolder home, boolean embedded, Clock clock) {}

    /**
     * What the command did.
     *
     * @param business zone and reporting currency
     * @param report what landed
     * @param day the day that was scored
     * @param model the model of that day
     * @param publication the scores of that day
     * @param seen whether readers see them; they keep a later date where there is one
     * @param publishedBefore whether they were published before
     * @param segments the segments of the publication, largest first
     * @param page the report of the night
     * @param home the home folder
     * @param embedded whether the scores are in the embedded database, in the home folder
     */
    public record Outcome(
            BusinessSettings business,
            ImportReport report,
            WholeDay day,
            ModelRegistry.Registered model,
            Publication publication,
            boolean seen,
            boolean publishedBefore,
            List<Publication.SegmentLine> segments,
            Path page,
            Path home,
            boolean embedded) {

        public Outcome {
            segments = List.copyOf(segments);
        }
    }

    /**
     * What is scored.
     *
     * @param input a file of transactions
     * @param options what is said about its format
     * @param placeGiven whether zone or currency were given for this home: once the file has landed they are kept there,
     *     where the database is the embedded one
     * @param currencyGiven whether the currency was
     */
    public record Request(InputFile input, FormatOptions options, boolean placeGiven, boolean currencyGiven) {}

    /**
     * Runs the three parts.
     *
     * @throws UsageException when the file cannot land, or has no line of a day that has ended, or is the first and all in
     *     another currency than the reporting one, which its landing would fix
     */
    public Outcome run(Request request) {
        InputFile input = request.input();
        if (!request.currencyGiven() && source.findFirstDate().isEmpty()) {
            requireCurrency(input, request.options());
        }
        LOG.info("score: 1 of 3, import");
        ImportReport report = land(input, request.options());
        if (request.placeGiven() && place.embedded()) {
            homeSettings.keep(place.business());
        }
        WholeDay day = chooseDay(input.path(), report);
        LOG.info("score: 2 of 3, train as of {}", day.date());
        ModelRegistry.Registered model = train(report, day.date());
        LOG.info("score: 3 of 3, the night of {}", day.date());
        NightlyRun.@Nullable Outcome night = runNight(day.date());
        return describe(report, day, model, night);
    }

    private void requireCurrency(InputFile input, FormatOptions options) {
        String reporting = place.business().reportingCurrency();
        IntakeSettings intake = new IntakeSettings(place.business().zone(), reporting);
        FileContent content = PreviewPass.read(input, formats.choose(options), intake, true, () -> {})
                .content();
        content.findOnlyForeignCurrency().ifPresent(only -> {
            throw new UsageException("every line of " + input.path() + " is in " + only
                    + ", and the reporting currency is " + reporting + ", which the first line fixes; add --currency "
                    + only + ", or --currency " + reporting + " where rates to it will be imported. Nothing landed");
        });
    }

    private ImportReport land(InputFile input, FormatOptions options) {
        List<ImportReport> reports = new ArrayList<>();
        imports.runAll(
                new ImportRun.Files(ImportKind.TRANSACTION, List.of(input), false, options),
                (file, report) -> reports.add(report));
        return reports.get(0);
    }

    private WholeDay chooseDay(Path file, ImportReport report) {
        LocalDate begin = report.content().firstDay();
        LocalDate last = report.content().lastDay();
        if (begin == null || last == null) {
            throw new UsageException("no line of " + file + " can be used, so there is nothing to score;"
                    + " 'allegiance rejects' says what is wrong with its lines");
        }
        LocalDate today = LocalDate.now(place.clock());
        if (!begin.isBefore(today)) {
            throw new UsageException("the lines of " + file + " begin on " + begin + ", and today is " + today
                    + " in the zone " + place.business().zone()
                    + ": no day of it has ended. They landed; run the same command again when one has");
        }
        LocalDate ended =
                last.isBefore(today) ? last : findLastDayBefore(today, begin).orElse(begin);
        Map<LocalDate, Long> lines = source.listDayTotals(ended.minusWeeks(WholeDay.WEEKS + 2), ended).stream()
                .collect(Collectors.toMap(DayTotals::businessDate, DayTotals::lineCount));
        return WholeDay.choose(
                lines,
                source.findFirstDate().orElse(begin),
                ended,
                today,
                place.nightly().gate());
    }

    /** Lines of days to come, or of a mistyped year, do not decide which day is scored. */
    private Optional<LocalDate> findLastDayBefore(LocalDate today, LocalDate begin) {
        return source.listDayTotals(begin, today.minusDays(1)).stream()
                .map(DayTotals::businessDate)
                .max(Comparator.naturalOrder());
    }

    /** A model of that day is made once, unless lines came since. */
    private ModelRegistry.Registered train(ImportReport report, LocalDate asOf) {
        boolean unchanged = report.landed() == 0 && report.replaced() == 0;
        return models.findNewestOf(asOf).filter(model -> unchanged).orElseGet(() -> training.run(asOf));
    }

    private NightlyRun.@Nullable Outcome runNight(LocalDate date) {
        try {
            return nightly.run(date, null);
        } catch (NothingToDoException e) {
            LOG.info("score: {}", e.getMessage());
            return null;
        }
    }

    private Outcome describe(
            ImportReport report, WholeDay day, ModelRegistry.Registered model, NightlyRun.@Nullable Outcome night) {
        Publication publication = night != null
                ? night.publication()
                : publications.findOfDate(day.date()).orElseThrow();
        boolean seen = publications
                .findCurrent()
                .filter(current -> current.publication() == publication.publication())
                .isPresent();
        return new Outcome(
                place.business(),
                report,
                day,
                model,
                publication,
                seen,
                night == null,
                publications.listSegments(publication.publication()),
                ReportFiles.pageOf(day.date(), place.nightly().reportsFolder(place.home()))
                        .toAbsolutePath(),
                place.home().path(),
                place.embedded());
    }
}
