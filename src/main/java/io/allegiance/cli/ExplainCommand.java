package io.allegiance.cli;

import io.allegiance.cli.text.ExplanationText;
import io.allegiance.cli.text.Screen;
import io.allegiance.explain.Explanation;
import io.allegiance.explain.Explanations;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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

    @Option(
            names = "--customer",
            paramLabel = "ID",
            required = true,
            description = "the customer; - reads the id from standard input")
    private String customer = "";

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    ExplainCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String id = StandardInput.orCustomer(customer, session);
        Explanation explanation = session.read(Explanations.class, explanations -> explanations.explain(id));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Screen.unfolded(out).println(Json.writePretty(explanation));
        } else {
            ExplanationText.print(explanation, out);
        }
        return ExitCode.DONE.code();
    }
}
