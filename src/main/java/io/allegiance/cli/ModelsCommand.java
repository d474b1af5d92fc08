package io.allegiance.cli;

import io.allegiance.cli.option.OverrideOptions;
import io.allegiance.cli.text.ModelCard;
import io.allegiance.cli.text.ModelText;
import io.allegiance.cli.text.Screen;
import io.allegiance.failure.ExitCode;
import io.allegiance.failure.UsageException;
import io.allegiance.platform.Json;
import io.allegiance.run.Decision;
import io.allegiance.training.ModelRegistry;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code models}: the trained models, and the one that nights use. */
@Command(
        name = "models",
        description = "Show the trained models, oldest first, or promote one that the gate held back.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ModelsCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "as JSON, everything that is kept of each")
    private boolean json;

    @Option(
            names = "--promote",
            paramLabel = "V",
            description = "make this version the active one, whatever the gate said")
    private @Nullable String promoted;

    @Mixin
    private OverrideOptions who = new OverrideOptions();

    ModelsCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (promoted != null) {
            promote(promoted);
        } else {
            who.refuseWithout("--promote");
            list();
        }
        return ExitCode.DONE.code();
    }

    private void promote(String version) {
        Decision given = who.require("--promote");
        if (json) {
            throw new ParameterException(spec.commandLine(), "--json and --promote do not go together");
        }
        ModelRegistry.Registered model = session.execute(
                ModelRegistry.class,
                models -> models.promote(version, given.by(), given.reason())
                        .orElseThrow(() -> new UsageException(
                                "there is no model " + version + "; 'allegiance models' shows which there are")));
        ModelText.print(model, session.zone(), spec.commandLine().getOut());
    }

    private void list() {
        session.read(ModelRegistry.class, models -> {
            print(models);
            return ExitCode.DONE;
        });
    }

    private void print(ModelRegistry registry) {
        List<ModelRegistry.Registered> models = registry.list();
        List<String> newer = registry.listNewer();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Screen.unfolded(out)
                    .println(Json.writePretty(models.stream().map(ModelCard::of).toList()));
        } else if (models.isEmpty() && newer.isEmpty()) {
            out.println("there is no model yet; run 'allegiance train'");
        } else {
            models.forEach(model -> ModelText.print(model, session.zone(), out));
        }
        newer.forEach(version -> spec.commandLine()
                .getErr()
                .println("allegiance: the model " + version + " is from a newer program, and is not shown"));
    }
}
