package io.allegiance.cli;

import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.ScoreText;
import io.allegiance.cli.text.Screen;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
import io.allegiance.platform.OutputFile;
import io.allegiance.publish.Publication;
import io.allegiance.publish.PublishedScores;
import io.allegiance.wording.Counted;
import io.allegiance.wording.Printable;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code scores}: one customer's score, or all of a publication. */
@Command(
        name = "scores",
        description = "Show one customer's published score, or export all of them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ScoresCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    /** One of the two. */
    static final class Target {

        @Option(
                names = "--customer",
                paramLabel = "ID",
                description = "the customer; - reads the id from standard input")
        private @Nullable String customer;

        @Option(names = "--export", paramLabel = "FILE.csv", description = "the file to write; - for standard output")
        private @Nullable Path export;
    }

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateOption.Converter.class,
            description = "the score date; what readers see now unless given")
    private @Nullable DateOption date;

    @Option(
            names = "--horizons",
            description = "with --export: write the scores over further horizons, a row for each customer and horizon")
    private boolean horizons;

    @Option(names = "--json", description = "the customer's score as JSON")
    private boolean json;

    @Option(
            names = "--spreadsheet",
            description = "export for people: texts that a spreadsheet would run as formulas get an apostrophe")
    private boolean spreadsheet;

    ScoresCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path file = target.export;
        if (horizons && file == null) {
            throw new ParameterException(spec.commandLine(), "--horizons goes with --export FILE.csv");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (file != null) {
            String done = session.read(PublishedScores.class, scores -> export(scores, file));
            (OutputFile.isStandardOutput(file) ? spec.commandLine().getErr() : out).println(done);
            return ExitCode.DONE.code();
        }
        String customer = StandardInput.orCustomer(String.valueOf(target.customer), session);
        Found found = session.read(PublishedScores.class, scores -> lookUp(scores, customer));
        if (json) {
            Screen.unfolded(out).println(Json.writePretty(found.toJson()));
        } else {
            ScoreText.print(found.score(), out);
            ScoreText.printHorizons(found.further(), out);
        }
        return ExitCode.DONE.code();
    }

    /** One customer's score, and those over further horizons. */
    private record Found(Map<String, @Nullable Object> score, List<Map<String, @Nullable Object>> further) {

        /** The score, with a list of the others where there are any. */
        Map<String, @Nullable Object> toJson() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(score);
            if (!further.isEmpty()) {
                all.put("further_horizons", further.stream().map(Found::figures).toList());
            }
            return all;
        }

        /** What is not in the score already. */
        private static Map<String, @Nullable Object> figures(Map<String, @Nullable Object> columns) {
            Map<String, @Nullable Object> figures = new LinkedHashMap<>(columns);
            figures.keySet().removeAll(List.of("customer_id", "score_date"));
            return figures;
        }
    }

    private Found lookUp(PublishedScores scores, String customer) {
        Publication publication = choosePublication(scores);
        return new Found(scores.getCustomer(publication, customer), scores.listHorizons(publication, customer));
    }

    private String export(PublishedScores scores, Path file) {
        Publication publication = choosePublication(scores);
        long rows = horizons
                ? scores.exportHorizons(publication, file, spreadsheet)
                : scores.export(publication, file, spreadsheet);
        return String.format(
                Locale.ROOT,
                horizons
                        ? "wrote %s over further horizons of %s (publication %d) to %s"
                        : "wrote %s of %s (publication %d) to %s",
                Counted.of(rows, horizons ? "row" : "customer"),
                publication.scoreDate(),
                publication.publication(),
                Printable.of(file.toString()));
    }

    private Publication choosePublication(PublishedScores scores) {
        return date == null ? scores.getCurrent() : scores.getOfDate(session.resolve(date), date.text());
    }
}
