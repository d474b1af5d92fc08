package io.allegiance.cli;

import io.allegiance.cli.text.ExplanationText;
import io.allegiance.explain.Explanation;
import io.allegiance.explain.Explanations;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.UsageException;
import io.allegiance.platform.Json;
import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code explain}: why a customer's score is what it is. */
@Command(
        name = "explain",
        description = "Why a customer's published churn probability is what it is.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--customer", paramLabel = "ID", required = true, description = "the customer")
    private String customer = "";

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    ExplainCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Explanation explanation = session.with(this::explain);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.writePretty(explanation));
        } else {
            ExplanationText.print(explanation, out);
        }
        return ExitCode.DONE.code();
    }

    private Explanation explain(ApplicationContext context) {
        Publication publication = context.getBean(Publications.class)
                .findCurrent()
                .orElseThrow(
                        () -> new AttentionException("nothing is published yet; run 'allegiance nightly --date DATE'"));
        return context.getBean(Explanations.class)
                .find(publication, customer.strip())
                .orElseThrow(() -> new UsageException("publication " + publication.publication() + " of "
                        + publication.scoreDate() + " has no churn probability of such a customer; ids are compared"
                        + " exactly, and one without a purchase has none"));
    }
}
