package io.allegiance.platform.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The server's settings as arguments.
 *
 * @param home the home under a name that is safe in arguments
 * @param bufferPoolMiB memory for pages
 * @param root whether this process runs as root, which the server accepts only on request
 */
record ServerSettings(Path home, int bufferPoolMiB, boolean root) {

    Path temp() {
        return home.resolve("temp");
    }

    /** The process-id file comes first: it is how an orphan is known, and long command lines are cut when read. */
    List<String> forRunning(int port) {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-defaults",
                "--console",
                "--pid-file=" + home.resolve("server.pid"),
                "--datadir=" + home.resolve("database"),
                "--tmpdir=" + temp(),
                "--port=" + port,
                "--init-file=" + home.resolve("initial.sql"),
                "--socket=",
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--skip-ssl",
                "--local-infile=1",
                "--secure-file-priv=" + temp(),
                "--max-connections=250",
                "--max-allowed-packet=64M",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--skip-log-bin",
                "--skip-performance-schema",
                "--innodb-buffer-pool-size=" + bufferPoolMiB + "M",
                "--innodb-log-file-size=96M",
                "--innodb-flush-log-at-trx-commit=1"));
        addUser(arguments);
        return arguments;
    }

    List<String> forCreating() {
        List<String> arguments = new ArrayList<>(List.of(
                "--no-defaults",
                "--datadir=" + home.resolve("database.new"),
                "--tmpdir=" + temp(),
                "--force",
                "--skip-name-resolve",
                "--skip-test-db",
                "--auth-root-authentication-method=normal",
                "--innodb-log-file-size=96M"));
        addUser(arguments);
        return arguments;
    }

    private void addUser(List<String> arguments) {
        if (root) {
            arguments.add("--user=root");
        }
    }
}
