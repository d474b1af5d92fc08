package io.allegiance.platform.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/**
 * A program of its own that uses a home until it is killed: commits ten rows, leaves ten more uncommitted, says on its
 * output that it is ready, and after SIGTERM shows that its database is still there before it ends in order.
 */
public final class EmbeddedProgram {

    private EmbeddedProgram() {}

    public static void main(String[] arguments) throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            joinQuietly(main);
        }));
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(Path.of(arguments[0]), EmbeddedDatabase.defaultBinaries(), 32)) {
            try (Connection connection = connect(database);
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS kept (id INT NOT NULL AUTO_INCREMENT PRIMARY KEY)");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO kept VALUES (),(),(),(),(),(),(),(),(),()");
                connection.commit();
                statement.execute("INSERT INTO kept VALUES (),(),(),(),(),(),(),(),(),()");
                System.out.println("ready " + database.pid());
                asked.await();
                connection.rollback();
                // Waits for nothing: a shutdown hook that ended the server would have done so by then.
                Thread.sleep(1_000);
                System.out.println("rows after SIGTERM: " + rows(database));
            }
        }
        System.out.println("closed");
    }

    static Connection connect(EmbeddedDatabase database) throws Exception {
        return DriverManager.getConnection(
                database.jdbcUrl(EmbeddedDatabase.SCHEMA), database.username(), database.password());
    }

    static long rows(EmbeddedDatabase database) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM kept")) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void joinQuietly(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
