package io.allegiance.platform.embedded;

import io.allegiance.platform.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that the server runs at each start, before it listens: they create its only account and the schema.
 */
final class InitialStatements {

    private InitialStatements() {}

    static List<String> of(String username, String password) {
        return Stream.of(
                        "platform/embedded/create_embedded_account",
                        "platform/embedded/grant_embedded_account",
                        "platform/embedded/delete_other_accounts",
                        "platform/embedded/delete_other_proxies",
                        "platform/embedded/reload_accounts",
                        "platform/embedded/create_embedded_schema")
                .map(Sql::get)
                .map(statement -> statement.replace("${username}", username).replace("${password}", password))
                .map(statement -> statement.replace('\n', ' ') + ";")
                .toList();
    }
}
