package io.allegiance.cli.option;

import picocli.CommandLine.Option;

/** The date of the night that a command is about: {@code --date}, which must be given. */
public final class NightDateOption {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            required = true,
            converter = DateOption.Converter.class,
            description = "the business date: YYYY-MM-DD, or yesterday in the configured zone")
    private DateOption date = DateOption.YESTERDAY;

    /** Returns the date as it was given. */
    public DateOption given() {
        return date;
    }
}
