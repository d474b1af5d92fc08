package io.allegiance.platform.embedded;

import java.nio.file.Path;

/** A running server of a home: this program's own, or that of another program, which this one only uses. */
public interface EmbeddedServer extends AutoCloseable {

    /** Returns the address of a schema, for Connector/J. */
    String jdbcUrl(String schema);

    /** Returns the name of the account to connect with. */
    String username();

    /** Returns the password of that account. */
    String password();

    /** Returns the folder that holds the data. */
    Path home();

    /** Returns whether this program started the server, so that no other program writes to its data. */
    boolean isOwn();

    /** Returns whether another program ran the server and lets this one use it no more. */
    boolean hasEnded();

    /** Lets commands of other programs that only read use the server from now on; its tables are those of this program. */
    void letOthersRead();

    /** Stops the server where it is this program's own, else only ends its use. */
    @Override
    void close();
}
