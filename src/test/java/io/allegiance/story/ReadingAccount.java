package io.allegiance.story;

import io.allegiance.testing.TestDatabase;

/** An account of the server that may do nothing at first, and read one schema once it is told so. Ends with its test. */
record ReadingAccount(String user, String password, String schema) implements AutoCloseable {

    static ReadingAccount of(TestDatabase.Schema schema) {
        ReadingAccount account =
                new ReadingAccount(schema.name().replace("test", "reader"), "Only-4-reading", schema.name());
        TestDatabase.administrate("CREATE USER " + account.quoted() + " IDENTIFIED BY '" + account.password() + "'");
        return account;
    }

    /** Lets it read all tables of the schema. */
    void grantSelect() {
        TestDatabase.administrate("GRANT SELECT ON " + schema + ".* TO " + quoted());
    }

    private String quoted() {
        return "'" + user + "'@'127.0.0.1'";
    }

    @Override
    public void close() {
        TestDatabase.administrate("DROP USER " + quoted());
    }
}
