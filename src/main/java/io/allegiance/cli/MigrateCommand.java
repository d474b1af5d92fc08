package io.allegiance.cli;

import io.allegiance.failure.ExitCode;
import io.allegiance.platform.database.Schema;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code migrate}: creates or upgrades the tables. */
@Command(
        name = "migrate",
        description = "Create or upgrade the schema; needs a user who may create tables.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {

    private final ApplicationSession session;

    @Spec
    private CommandSpec spec;

    MigrateCommand(ApplicationSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        int applied = session.executeOnAnySchema(Map.of(), Schema.class, Schema::migrate);
        spec.commandLine()
                .getOut()
                .println(
                        applied == 0
                                ? "the schema is up to date"
                                : "the schema was brought up to date by " + applied + " migration(s)");
        return ExitCode.DONE.code();
    }
}
