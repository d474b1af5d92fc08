package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database with address and account: the user's MySQL, or the embedded database, which ends when this is
 * closed, unless another program runs it.
 */
public final class Database implements AutoCloseable {

    private final String jdbcUrl;
    private final @Nullable String username;
    private final @Nullable String password;
    private final @Nullable EmbeddedServer embedded;

    private Database(
            String jdbcUrl, @Nullable String username, @Nullable String password, @Nullable EmbeddedServer embedded) {
        this.jdbcUrl = jdbcUrl;
        this.username = username;
        this.password = password;
        this.embedded = embedded;
    }

    /**
     * Refers to a server that the user runs.
     *
     * @throws AttentionException when the address is not one of MySQL
     */
    public static Database at(String jdbcUrl, @Nullable String username, @Nullable String password) {
        if (!jdbcUrl.startsWith("jdbc:mysql:")) {
            throw new AttentionException("SPRING_DATASOURCE_URL must look like jdbc:mysql://host:3306/allegiance");
        }
        return new Database(jdbcUrl, username, password, null);
    }

    /** Takes over an embedded database: closing this closes it. */
    public static Database embedded(EmbeddedServer embedded, String schema) {
        return new Database(embedded.jdbcUrl(schema), embedded.username(), embedded.password(), embedded);
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** The account's name; empty where the address has it, or the driver's default serves. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    /** The account's password, likewise. */
    public Optional<String> password() {
        return Optional.ofNullable(password);
    }

    /** Gives the folder of the embedded database, or nothing for the user's own server. */
    public Optional<Path> embeddedHome() {
        return Optional.ofNullable(embedded).map(EmbeddedServer::home);
    }

    /** Returns whether no other program writes to the database: it is the embedded one, and this program started it. */
    public boolean isOwn() {
        return embedded != null && embedded.isOwn();
    }

    /** Returns whether this program uses the embedded database that another one runs. */
    public boolean isAttached() {
        return embedded != null && !embedded.isOwn();
    }

    /** Returns whether the embedded database that another program ran has ended, or is about to. */
    public boolean hasEnded() {
        return embedded != null && embedded.hasEnded();
    }

    /** Lets other programs read an embedded database of this program's, whose tables are ready; else does nothing. */
    public void letOthersRead() {
        if (embedded != null) {
            embedded.letOthersRead();
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
