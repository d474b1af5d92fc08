package io.allegiance.cli;

import io.allegiance.cli.option.DateOption;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.UsageException;
import io.allegiance.platform.Json;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import io.allegiance.publish.ScoreExport;
import io.allegiance.publish.Scores;
import io.allegiance.scoring.CustomerScore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
    private What what = new What();

    /** One of the two. */
    static final class What {

        @Option(names = "--customer", paramLabel = "ID", description = "the customer")
        private @Nullable String customer;

        @Option(names = "--export", paramLabel = "FILE.csv", description = "the file to write")
        private @Nullable Path export;
    }

    @Option(
            names = "--date",
            paramLabel = "DATE",
            converter = DateOption.Converter.class,
            description = "the score date; what readers see now unless given")
    private @Nullable DateOption date;

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
        Path export = what.export;
        String text = session.with(
                context -> export != null ? export(context, export) : customer(context, String.valueOf(what.customer)));
        spec.commandLine().getOut().println(text);
        return ExitCode.DONE.code();
    }

    private String export(ApplicationContext context, Path file) {
        Publication publication = publication(context);
        long rows = context.getBean(ScoreExport.class)
                .write(publication, file, spreadsheet ? CustomerScore::forSpreadsheet : UnaryOperator.identity());
        return String.format(
                Locale.ROOT,
                "wrote %d customers of %s (publication %d) to %s",
                rows,
                publication.scoreDate(),
                publication.publication(),
                file);
    }

    private String customer(ApplicationContext context, String id) {
        Publication publication = publication(context);
        Map<String, @Nullable Object> score = context.getBean(Scores.class)
                .findColumns(publication.slot(), id.strip())
                .orElseThrow(() -> new UsageException("publication " + publication.publication() + " of "
                        + publication.scoreDate() + " has no such customer; ids are compared exactly"));
        return json
                ? Json.writePretty(score)
                : score.entrySet().stream()
                        .map(each -> String.format(
                                Locale.ROOT, "%-20s %s", each.getKey(), each.getValue() == null ? "" : each.getValue()))
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    private Publication publication(ApplicationContext context) {
        Publications publications = context.getBean(Publications.class);
        DateOption wanted = date;
        if (wanted == null) {
            return publications
                    .findCurrent()
                    .orElseThrow(() ->
                            new AttentionException("nothing is published yet; run 'allegiance nightly --date DATE'"));
        }
        return publications
                .findOfDate(wanted.resolve(context.getBean(Clock.class)))
                .orElseThrow(() -> new UsageException(
                        "there is no publication of " + wanted.text() + "; 'allegiance status' shows which there are"));
    }
}
