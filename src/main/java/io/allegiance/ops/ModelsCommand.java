package io.allegiance.ops;

import io.allegiance.platform.Json;
import io.allegiance.training.ModelRegistry;
import io.allegiance.training.TrainedModel;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models}: the trained models. */
@Command(
        name = "models",
        description = "Show the trained models, oldest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ModelsCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "as JSON, everything that is kept of each")
    private boolean json;

    ModelsCommand(Session session) {
        this.session = session;
    }

    /** A model as {@code --json} shows it. */
    record ModelJson(String version, String state, TrainedModel model) {}

    @Override
    public Integer call() {
        List<ModelRegistry.Registered> models =
                session.with(context -> context.getBean(ModelRegistry.class).list());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.writePretty(models.stream()
                    .map(each -> new ModelJson(each.version(), each.state(), each.model()))
                    .toList()));
        } else if (models.isEmpty()) {
            out.println("there is no model yet; run 'allegiance train'");
        } else {
            models.forEach(model -> ModelText.print(model, out));
        }
        return ExitCode.DONE.code();
    }
}
