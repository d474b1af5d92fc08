package io.allegiance.platform.embedded;

import io.allegiance.failure.AttentionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The server of another program, used with an account that may only read, or only hold and release. */
final class AttachedServer implements EmbeddedServer {

    private final Path home;
    private final AttachFile file;
    private final Account account;
    private final Attachment attachment;

    private AttachedServer(Path home, AttachFile file, Account account, Attachment attachment) {
        this.home = home;
        this.file = file;
        this.account = account;
        this.attachment = attachment;
    }

    /** Finds the server that the owner of a home lets others use; the owner waits for this program before it stops it. */
    static Optional<AttachedServer> find(Path folder, HomeAccess access) {
        if (!access.mayAttach() || findFile(folder).isEmpty()) {
            return Optional.empty();
        }
        try {
            Path home = folder.toRealPath();
            Attachment attachment = Attachment.begin(home);
            // The owner may have begun to stop the server before it could know of this program.
            Optional<AttachedServer> server =
                    findFile(home).map(file -> new AttachedServer(home, file, file.account(access), attachment));
            if (server.isEmpty()) {
                attachment.close();
            }
            return server;
        } catch (IOException e) {
            throw new AttentionException(
                    "the embedded database's folder " + folder + " cannot be used (" + e
                            + "); make it writable for this user or set ALLEGIANCE_HOME to another folder",
                    e);
        }
    }

    private static Optional<AttachFile> findFile(Path home) {
        return AttachFile.find(home, HomeOwner.of(home).pid());
    }

    @Override
    public String jdbcUrl(String schema) {
        return EmbeddedDatabase.jdbcUrl(file.port(), schema);
    }

    @Override
    public String username() {
        return account.username();
    }

    @Override
    public String password() {
        return account.password();
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public boolean hasEnded() {
        return !findFile(home).equals(Optional.of(file));
    }

    @Override
    public void letOthersRead() {}

    @Override
    public void close() {
        attachment.close();
    }
}
