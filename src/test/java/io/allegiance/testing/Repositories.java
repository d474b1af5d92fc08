package io.allegiance.testing;

import io.allegiance.decision.DecisionLog;
import io.allegiance.platform.CodeVersion;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.read.StreamingConnections;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The program's own repositories on a fresh schema, put together by Spring, without the rest of the program. */
public final class Repositories implements AutoCloseable {

    private final TestDatabase.Schema schema = TestDatabase.freshSchema().migrate();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    private Repositories(Map<String, Object> settings, Class<?>... repositories) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        JdbcTemplate jdbc = new JdbcTemplate(schema.dataSource());
        context.registerBean(DataSource.class, schema::dataSource);
        context.registerBean(JdbcTemplate.class, () -> jdbc);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(jdbc));
        JdbcTransactionManager transactions = new JdbcTransactionManager(schema.dataSource());
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(CodeVersion.class, () -> new CodeVersion("test"));
        context.registerBean(DecisionLog.class);
        context.registerBean(BulkLoader.class, BulkLoader::new);
        context.registerBean(StreamingConnections.class, () -> new StreamingConnections(schema.database()));
        context.register(repositories);
        context.refresh();
    }

    /** Makes repositories on a schema of their own. */
    public static Repositories of(Class<?>... repositories) {
        return new Repositories(Map.of(), repositories);
    }

    /** The same with settings. */
    public static Repositories of(Map<String, Object> settings, Class<?>... repositories) {
        return new Repositories(settings, repositories);
    }

    /** Gets one of them, or a part that they are made of. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient sql() {
        return get(JdbcClient.class);
    }

    public void inTransaction(Runnable work) {
        get(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    public <T> T inTransaction(Supplier<T> work) {
        return get(TransactionTemplate.class).execute(status -> work.get());
    }

    public void empty(String... tables) {
        for (String table : tables) {
            sql().sql("DELETE FROM " + table).update();
        }
    }

    @Override
    public void close() {
        context.close();
        schema.close();
    }
}
