package io.allegiance.platform.database;

import io.allegiance.failure.AttentionException;
import io.allegiance.platform.embedded.EmbeddedServer;
import java.nio.file.Path;
import java.util.Map;
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
    private final Map<String, String> options;
    private final ConnectionSecurity security;

    private Database(
            DriverAddress address,
            ConnectionSecurity security,
            @Nullable String username,
            @Nullable String password,
            @Nullable EmbeddedServer embedded) {
        this.jdbcUrl = address.url();
        this.options = address.options();
        this.security = security;
        this.username = username;
        this.password = password;
        this.embedded = embedded;
    }

    /** Refers to a server that the user runs, with no options beside its address; one elsewhere must prove who it is. */
    public static Database at(String jdbcUrl, @Nullable String username, @Nullable String password) {
        return at(jdbcUrl, username, password, Map.of(), false);
    }

    /**
     * Refers to a server that the user runs. Unless an option says how to encrypt, a server that is not named as one of the loopback
     * interface must prove with a certificate that it is the host of the address.
     *
     * @param options of the driver, which win over those of the address
     * @param allowUnverified whether a server elsewhere need not prove who it is, where an option says so
     * @throws AttentionException when the address is not one of MySQL, an option is refused, or the server would not be verified
     */
    public static Database at(
            String jdbcUrl,
            @Nullable String username,
            @Nullable String password,
            Map<String, String> options,
            boolean allowUnverified) {
        if (!jdbcUrl.startsWith("jdbc:mysql:")) {
            throw new AttentionException("SPRING_DATASOURCE_URL must look like jdbc:mysql://host:3306/allegiance");
        }
        DriverAddress address = ConnectionSecurity.verifyByDefault(DriverAddress.read(jdbcUrl, options));
        return new Database(address, ConnectionSecurity.of(address, allowUnverified), username, password, null);
    }

    /** Takes over an embedded database: closing this closes it. */
    public static Database embedded(EmbeddedServer embedded, String schema) {
        return new Database(
                new DriverAddress(embedded.jdbcUrl(schema), Map.of()),
                ConnectionSecurity.embedded(),
                embedded.username(),
                embedded.password(),
                embedded);
    }

    public String jdbcUrl() {
        return jdbcUrl;
    }

    /** Returns the options of the driver that count besides those of the address, and win over them. */
    public Map<String, String> options() {
        return options;
    }

    /** Returns how the connections are secured. */
    public ConnectionSecurity security() {
        return security;
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
