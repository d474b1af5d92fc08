package io.allegiance.cli;

import io.allegiance.cli.exit.CommandFailure;
import io.allegiance.cli.text.FaultText;
import io.allegiance.cli.text.PrintableWriter;
import io.allegiance.cli.text.Screen;
import io.allegiance.failure.ExitCode;
import io.allegiance.platform.LogFields;
import io.allegiance.platform.terminal.ProgressLine;
import io.allegiance.platform.terminal.Terminal;
import io.allegiance.wording.Printable;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * Runs one command line: parses it, starts what the command needs, and turns every end into an exit code and, where it
 * failed, one short message on standard error. Where the log is structured, so is that message; only a command line or
 * a configuration that cannot be read is always reported as plain text.
 */
public final class CommandLineProgram {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineProgram.class);

    private final Class<?> application;
    private final Map<String, Object> properties;
    private final boolean inOwnProcess;
    private final PrintStream out;
    private final PrintStream err;
    private final Terminal terminal;

    /** The program as a process runs it. */
    public CommandLineProgram(Class<?> application) {
        this(application, Map.of(), true, System.out, System.err, Terminal.ofProcess());
    }

    /**
     * The program inside another one.
     *
     * @param application the Spring application
     * @param properties settings that come before those of files and environment
     * @param out where results go
     * @param err where messages go
     */
    public CommandLineProgram(Class<?> application, Map<String, Object> properties, PrintStream out, PrintStream err) {
        this(application, properties, out, err, Terminal.NONE);
    }

    /**
     * The program inside another one, which shows its outputs on a terminal.
     *
     * @param terminal what the outputs are connected to
     */
    public CommandLineProgram(
            Class<?> application, Map<String, Object> properties, PrintStream out, PrintStream err, Terminal terminal) {
        this(application, properties, false, out, err, terminal);
    }

    private CommandLineProgram(
            Class<?> application,
            Map<String, Object> properties,
            boolean inOwnProcess,
            PrintStream out,
            PrintStream err,
            Terminal terminal) {
        this.inOwnProcess = inOwnProcess;
        this.application = application;
        this.properties = Map.copyOf(properties);
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Runs a command and ends the process; a request to stop ends it once the chunk under way is committed. */
    public void runAndExit(String... arguments) {
        ApplicationSession session = newSession();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicInteger code = new AtomicInteger(ExitCode.INTERNAL.code());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopGracefully(session, ended, code), "stop-in-order"));
        try {
            code.set(run(session, arguments));
        } catch (Error e) {
            // An error that prevented a better message.
            say(FaultText.of(e));
        } finally {
            // Whatever happened: a process that does not end keeps its scheduler waiting.
            ended.countDown();
            System.exit(code.get());
        }
    }

    private static void stopGracefully(ApplicationSession session, CountDownLatch ended, AtomicInteger code) {
        if (ended.getCount() == 0) {
            return;
        }
        session.requestStop();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code.get());
    }

    private ApplicationSession newSession() {
        return new ApplicationSession(application, properties, inOwnProcess);
    }

    /** Runs a command and gets its exit code. */
    public int run(String... arguments) {
        return run(newSession(), arguments);
    }

    private int run(ApplicationSession session, String... arguments) {
        CommandLine line = AllegianceCommand.commandLine(session, arguments);
        HelpLayout.apply(line, terminal);
        line.setOut(Screen.of(open(out), terminal, this::clearProgress));
        line.setErr(PrintableWriter.of(open(err)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExitCodeExceptionMapper(failure -> ExitCode.INTERNAL.code());
        line.setParameterExceptionHandler((failure, rest) -> reportUsage(failure));
        line.setExecutionExceptionHandler((failure, command, parsed) -> reportFailure(session, failure));
        int code = execute(line, session, arguments);
        Screen.finish(line.getOut());
        clearProgress();
        // A check for monitors has exit codes of its own, and no monitor of ours.
        ExitCode.find(code).ifPresent(session.monitors()::end);
        LogFields.set(Map.of());
        out.flush();
        err.flush();
        return code;
    }

    /** Errors, such as that of a full heap, end a command as failures do. */
    private int execute(CommandLine line, ApplicationSession session, String... arguments) {
        try {
            return line.execute(arguments);
        } catch (Error e) {
            return reportFailure(session, e);
        }
    }

    /** What is written next must not begin behind a line of progress. */
    private void clearProgress() {
        if (terminal.canRewrite()) {
            err.print(ProgressLine.CLEAR);
            err.flush();
        }
    }

    /** A message may hold what a file or an argument does. */
    private void say(String message) {
        err.println(Printable.lines(message));
    }

    private static PrintWriter open(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    private int reportUsage(CommandLine.ParameterException failure) {
        say("allegiance: " + Printable.of(Suggestions.complete(failure)) + "; see 'allegiance "
                + (failure.getCommandLine().getParent() == null
                        ? ""
                        : failure.getCommandLine().getCommandName() + " ")
                + "--help'");
        return ExitCode.USAGE.code();
    }

    private int reportFailure(ApplicationSession session, Throwable failure) {
        CommandFailure known = CommandFailure.of(failure);
        if (session.isLogStructured()) {
            LOG.error(known.message(), known.fault());
            session.findAfterword().ifPresent(LOG::info);
        } else {
            clearProgress();
            say("allegiance: " + Printable.of(known.message()));
            session.logToFile(known.message(), known.fault());
            if (known.fault() != null) {
                say(FaultText.of(known.fault()));
            }
            session.findAfterword().ifPresent(this::say);
        }
        session.monitors().end(known.code(), known.message(), known.configuration());
        return known.code().code();
    }
}
