package io.allegiance;

import io.allegiance.cli.CommandLineProgram;
import io.allegiance.platform.SerialFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one entry point for people, schedulers and tests. */
@SpringBootApplication
public class Allegiance {

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        SerialFilter.install();
        new CommandLineProgram(Allegiance.class).runAndExit(arguments);
    }
}
