package io.allegiance.platform.embedded;

import io.allegiance.platform.sql.Sql;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements that the server runs at each start, before it listens: they create its accounts and the schema.
 */
final class InitialStatements {

    private static final List<String> OWNER = List.of(
            "platform/embedded/create_embedded_account",
            "platform/embedded/grant_embedded_account",
            "platform/embedded/delete_other_accounts",
            "platform/embedded/delete_other_proxies",
            "platform/embedded/reload_accounts",
            "platform/embedded/create_embedded_schema");

    private static final List<String> READER =
            List.of("platform/embedded/create_embedded_account", "platform/embedded/grant_reading");

    private static final List<String> HOLDER = List.of(
            "platform/embedded/create_embedded_account",
            "platform/embedded/grant_reading",
            "platform/embedded/grant_holding",
            "platform/embedded/revoke_creating",
            "platform/embedded/grant_deciding",
            "platform/embedded/revoke_creating_decisions");

    private InitialStatements() {}

    static List<String> of(Accounts accounts) {
        return Stream.of(of(accounts.owner(), OWNER), of(accounts.reader(), READER), of(accounts.holder(), HOLDER))
                .flatMap(statements -> statements)
                .toList();
    }

    private static Stream<String> of(Account account, List<String> names) {
        return names.stream()
                .map(Sql::get)
                .map(statement ->
                        statement.replace("${username}", account.username()).replace("${password}", account.password()))
                .map(statement -> statement.replace('\n', ' ') + ";");
    }
}
