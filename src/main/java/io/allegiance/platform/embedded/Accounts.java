package io.allegiance.platform.embedded;

import java.util.function.Supplier;

/**
 * The accounts of a server, created again at each start.
 *
 * @param owner may do everything; known to the program that started the server alone
 * @param reader may read the program's tables
 * @param holder may do the same, and hold publications and release them
 */
record Accounts(Account owner, Account reader, Account holder) {

    static Accounts with(Supplier<String> passwords) {
        return new Accounts(
                new Account("allegiance", passwords.get()),
                new Account("allegiance_reader", passwords.get()),
                new Account("allegiance_holder", passwords.get()));
    }
}
