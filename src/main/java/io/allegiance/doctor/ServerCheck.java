package io.allegiance.doctor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The server that answers: of a kind and version that are tested, and writable. */
@Component
final class ServerCheck implements HealthCheck {

    private static final Pattern TESTED = Pattern.compile("MySQL (8\\.4|9\\.7)\\..*|MariaDB 11\\.4\\..*");
    private static final Set<String> SWITCHED_ON = Set.of("ON", "1");

    private final ServerFacts server;

    ServerCheck(ServerFacts server) {
        this.server = server;
    }

    @Override
    public List<Finding> examine() {
        Map<String, String> variables = server.variables();
        ServerFacts.Account account = server.account();
        String kind = kind(variables.getOrDefault("version", "unknown"));
        String found = kind + ", schema " + account.schema() + ", as " + account.name();
        boolean readOnly = Stream.of("read_only", "super_read_only", "innodb_read_only")
                .anyMatch(name -> SWITCHED_ON.contains(variables.getOrDefault(name, "OFF")));
        if (readOnly) {
            return List.of(Finding.fail(
                    "database",
                    found + ": the server is read-only",
                    "point SPRING_DATASOURCE_URL at the primary, or switch read_only off there"));
        }
        return List.of(
                TESTED.matcher(kind).matches()
                        ? Finding.ok("database", found)
                        : Finding.warn("database", found + ": not tested", "prefer MySQL 8.4 or 9.7, or MariaDB 11.4"));
    }

    private static String kind(String version) {
        int suffix = version.indexOf('-');
        String number = suffix < 0 ? version : version.substring(0, suffix);
        return (version.contains("MariaDB") ? "MariaDB " : "MySQL ") + number;
    }
}
