package io.allegiance.cli;

import io.allegiance.cli.option.DateOption;
import io.allegiance.cli.text.ScoreText;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
import io.allegiance.publish.Publication;
import io.allegiance.publish.PublishedScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
    private Target target = new Target();

    /** One of the two. */
    static final class Target {

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
        Path file = target.export;
        PrintWriter out = spec.commandLine().getOut();
        if (file != null) {
            String done = session.execute(PublishedScores.class, scores -> export(scores, file));
            out.println(done);
            return ExitCode.DONE.code();
        }
        String customer = String.valueOf(target.customer);
        Map<String, @Nullable Object> score = session.execute(
                PublishedScores.class, scores -> scores.getCustomer(choosePublication(scores), customer));
        if (json) {
            out.println(Json.writePretty(score));
        } else {
            ScoreText.print(score, out);
        }
        return ExitCode.DONE.code();
    }

    private String export(PublishedScores scores, Path file) {
        Publication publication = choosePublication(scores);
        long customers = scores.export(publication, file, spreadsheet);
        return String.format(
                Locale.ROOT,
                "wrote %d customers of %s (publication %d) to %s",
                customers,
                publication.scoreDate(),
                publication.publication(),
                file);
    }

    private Publication choosePublication(PublishedScores scores) {
        return date == null ? scores.getCurrent() : scores.getOfDate(session.resolve(date), date.text());
    }
}
