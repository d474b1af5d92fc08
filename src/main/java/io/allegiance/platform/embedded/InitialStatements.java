package io.allegiance.platform.embedded;

import io.allegiance.platform.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/** What the server runs by itself at each start, before it listens: one account, and no other, and the schema. */
final class InitialStatements {

    private InitialStatements() {}

    static List<String> of(String username, String password) {
        return Stream.of(
                        "platform/create_embedded_account",
                        "platform/grant_embedded_account",
                        "platform/delete_other_accounts",
                        "platform/delete_other_proxies",
                        "platform/reload_accounts",
                        "platform/create_embedded_schema")
                .map(Sql::get)
                .map(statement -> statement.replace("${username}", username).replace("${password}", password))
                .map(statement -> statement.replace('\n', ' ') + ";")
                .toList();
    }
}
