package io.allegiance.watch.alert;

import io.allegiance.watch.WebAddress;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is called ({@code allegiance.alert.*}, in {@code jobs/watch.yaml}).
 *
 * @param command a command that gets each alert; empty for none
 * @param webhook an address that each alert is posted to; empty for none
 * @param passVariables names of environment variables that the command gets besides the usual ones
 * @param earlyShare a run that took less than this share of its usual time is suspiciously early; 0 switches that off
 */
@ConfigurationProperties("allegiance.alert")
public record AlertSettings(
        @DefaultValue("") String command,
        @DefaultValue("") String webhook,
        @DefaultValue List<String> passVariables,
        @DefaultValue("0.2") double earlyShare) {

    public AlertSettings {
        WebAddress.check("allegiance.alert.webhook", webhook);
        passVariables = List.copyOf(passVariables);
        passVariables.forEach(AlertSettings::requirePassable);
        if (!(earlyShare >= 0 && earlyShare < 1)) {
            throw new IllegalArgumentException(
                    "allegiance.alert.early-share must be in 0 to 1, 1 excluded; was " + earlyShare);
        }
    }

    private static void requirePassable(String variable) {
        if (variable.toUpperCase(Locale.ROOT).startsWith("SPRING_")) {
            throw new IllegalArgumentException("allegiance.alert.pass-variables must not name " + variable
                    + ": the command gets nothing that opens the database");
        }
    }

    /** The command and the address may hold a secret. */
    @Override
    public String toString() {
        return "AlertSettings[earlyShare=" + earlyShare + "]";
    }
}
