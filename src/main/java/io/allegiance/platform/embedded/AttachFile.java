package io.allegiance.platform.embedded;

import io.allegiance.platform.PrivateFolder;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What another program needs to use the running server of a home: the file {@code attach} in the home, there while the program
 * that owns the server lets others read.
 *
 * @param owner the process id of that program
 * @param ownerStarted when that process started, which tells it from a later one of the same number
 * @param port the server's port on 127.0.0.1
 * @param reader the account for commands that read
 * @param holder the account for commands that hold publications and release them
 */
record AttachFile(long owner, Instant ownerStarted, int port, Account reader, Account holder) {

    /** Files of another form, from another version of the program, are not used. */
    private static final String FORMAT = "1";

    /** The start of a process is computed from the time since the machine started, which is rounded. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final String NOT_FOR_OTHERS = "rw-------";

    static Path in(Path home) {
        return home.resolve("attach");
    }

    /** Describes a server of this process. */
    static AttachFile ofThisProcess(int port, Account reader, Account holder) {
        ProcessHandle self = ProcessHandle.current();
        return new AttachFile(self.pid(), startOf(self), port, reader, holder);
    }

    /** Writes the file whole or not at all; its user alone may read it. */
    void write(Path home) throws IOException {
        Properties content = new Properties();
        content.setProperty("format", FORMAT);
        content.setProperty("owner", Long.toString(owner));
        content.setProperty("owner-started", ownerStarted.toString());
        content.setProperty("port", Integer.toString(port));
        content.setProperty("reader", reader.username());
        content.setProperty("reader-password", reader.password());
        content.setProperty("holder", holder.username());
        content.setProperty("holder-password", holder.password());
        StringWriter text = new StringWriter();
        content.store(text, "The running server of this folder, for commands that only read, hold or release");
        Path unfinished = home.resolve("attach.new");
        PrivateFolder.writeFile(unfinished, List.of(text.toString()));
        Files.move(unfinished, in(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Finds the file that the owner of a home left; empty where there is none, where it is of another form, not private to the
     * home's user, or of a process that is not the owner.
     *
     * @param owner the process that holds the home's lock
     */
    static Optional<AttachFile> find(Path home, long owner) {
        try {
            Path file = in(home);
            return isPrivate(home, file)
                    ? read(Files.readString(file)).filter(found -> found.owner == owner && found.isAlive())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isPrivate(Path home, Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return !PlainFolder.isPosix()
                || (NOT_FOR_OTHERS.equals(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS)))
                        && Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(home)));
    }

    private static Optional<AttachFile> read(String text) throws IOException {
        Properties content = new Properties();
        try {
            content.load(new StringReader(text));
            return FORMAT.equals(content.getProperty("format")) ? Optional.of(of(content)) : Optional.empty();
        } catch (RuntimeException e) {
            // Whatever is wrong in it: it is not what this program writes.
            return Optional.empty();
        }
    }

    private static AttachFile of(Properties content) {
        return new AttachFile(
                Long.parseLong(content.getProperty("owner")),
                Instant.parse(content.getProperty("owner-started")),
                Integer.parseInt(content.getProperty("port")),
                account(content, "reader"),
                account(content, "holder"));
    }

    private static Account account(Properties content, String name) {
        String password = content.getProperty(name + "-password");
        if (password == null) {
            throw new IllegalArgumentException("no password of " + name);
        }
        return new Account(content.getProperty(name, name), password);
    }

    private boolean isAlive() {
        return ProcessHandle.of(owner)
                .filter(ProcessHandle::isAlive)
                .map(process -> Duration.between(startOf(process), ownerStarted).abs())
                .filter(apart -> apart.compareTo(ROUNDING) <= 0)
                .isPresent();
    }

    /** Some systems do not tell; then the number of the process must do. */
    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    Account account(HomeAccess access) {
        return access == HomeAccess.HOLD ? holder : reader;
    }
}
