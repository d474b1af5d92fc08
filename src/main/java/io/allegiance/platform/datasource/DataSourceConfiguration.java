package io.allegiance.platform.datasource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.platform.database.ConnectionSecurity;
import io.allegiance.platform.database.ConnectionSettings;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.TlsFailures;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import io.allegiance.platform.embedded.EmbeddedServer;
import io.allegiance.platform.embedded.HomeAccess;
import io.allegiance.platform.load.BulkLoader;
import io.allegiance.platform.read.StreamingConnections;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The database of the program: the user's MySQL where {@code spring.datasource.url} is set, else the embedded one in
 * {@code ALLEGIANCE_HOME}. {@code spring.datasource.hikari.*} changes the pool as in any Spring Boot program,
 * but not where it connects to.
 */
@Configuration(proxyBeanMethods = false)
public class DataSourceConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DataSourceConfiguration.class);

    /** The key that lets a server elsewhere go without proving who it is. */
    private static final String ALLOW_UNVERIFIED = "allegiance.database.allow-unverified";

    /** What the command does with an embedded database; a command sets it for itself. */
    public static final String HOME_ACCESS = "allegiance.home-access";

    private static final int BUFFER_POOL_MIB = 256;

    /** A thread that works on a partition may need a second connection while its chunk's transaction is open. */
    private static final int CONNECTIONS_OF_A_PARTITION = 2;

    /** For the thread that launches, the heartbeat, and what else is short. */
    private static final int OTHER_CONNECTIONS = 8;

    private static final int USUAL_PARTITIONS = 2;

    /** Closed after the pool, which is made of it. */
    @Bean
    Database database(Environment environment) {
        PoolOptions.requireAddressAlone(environment);
        String url = environment.getProperty("spring.datasource.url", "");
        if (!url.isBlank()) {
            return tellDanger(serverOf(url, environment));
        }
        EmbeddedServer embedded = EmbeddedDatabase.open(
                EmbeddedDatabase.defaultHome(environment.getProperty("ALLEGIANCE_HOME")),
                EmbeddedDatabase.defaultBinaries(),
                BUFFER_POOL_MIB,
                environment.getProperty(HOME_ACCESS, HomeAccess.class, HomeAccess.WRITE));
        return Database.embedded(embedded, EmbeddedDatabase.SCHEMA);
    }

    /**
     * Refers to the user's server with the account and the options that are configured.
     *
     * @param url its address, which may be that of another schema than the configured one
     */
    public static Database serverOf(String url, Environment environment) {
        return Database.at(
                url,
                environment.getProperty("spring.datasource.username"),
                environment.getProperty("spring.datasource.password"),
                PoolOptions.listOfDriver(environment),
                environment.getProperty(ALLOW_UNVERIFIED, Boolean.class, false));
    }

    /** Once in each run. */
    private static Database tellDanger(Database database) {
        if (database.security().level() == ConnectionSecurity.Level.UNVERIFIED) {
            LOG.warn("{}; {} allows it", database.security().describeDanger(), ALLOW_UNVERIFIED);
        }
        return database;
    }

    @Bean
    HikariDataSource dataSource(Database database, Environment environment) {
        HikariConfig pool = poolOf(database);
        pool.setMaximumPoolSize(
                sizeFor(environment.getProperty("allegiance.partitions", Integer.class, USUAL_PARTITIONS)));
        Binder.get(environment).bind(PoolOptions.PREFIX, Bindable.ofInstance(pool));
        // As the database has them: checked, and under the driver's own names.
        pool.setDataSourceProperties(ConnectionSettings.general(database));
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw TlsFailures.find(e, database.security().server())
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    @Bean
    StreamingConnections streamingConnections(
            Database database, @Value("${allegiance.streams.plain-jdbc}") boolean plainJdbc) {
        return new StreamingConnections(database, plainJdbc);
    }

    @Bean
    BulkLoader bulkLoader() {
        return new BulkLoader();
    }

    private static int sizeFor(int partitions) {
        return CONNECTIONS_OF_A_PARTITION * partitions + OTHER_CONNECTIONS;
    }

    /** Gives the settings of a pool on a database; also what tests connect with. */
    public static HikariConfig poolOf(Database database) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("allegiance");
        pool.setJdbcUrl(database.jdbcUrl());
        pool.setUsername(database.username().orElse(null));
        pool.setPassword(database.password().orElse(null));
        pool.setDataSourceProperties(ConnectionSettings.general(database));
        pool.setMaximumPoolSize(sizeFor(USUAL_PARTITIONS));
        pool.setMinimumIdle(1);
        // A run whose database is gone asks for a connection several times on its way out, and waits this long each
        // time.
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setInitializationFailTimeout(1);
        return pool;
    }
}
