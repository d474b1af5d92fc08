package io.allegiance.job.lease;

import io.allegiance.platform.database.Database;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One lease and one transaction manager, each knowing the other. */
@Configuration(proxyBeanMethods = false)
public class LeaseConfiguration {

    @Bean
    HolderConnections holderConnections(JdbcClient jdbc) {
        return new HolderConnections(jdbc);
    }

    @Bean
    FencedTransactionManager transactionManager(
            DataSource dataSource, ObjectProvider<Lease> lease, HolderConnections connections) {
        return new FencedTransactionManager(dataSource, () -> lease.getObject().findToken(), connections);
    }

    @Bean
    Lease lease(
            JdbcClient jdbc,
            FencedTransactionManager transactions,
            HolderConnections connections,
            @Value("${allegiance.lease.time-to-live}") Duration timeToLive,
            Database database) {
        return new Lease(jdbc, new TransactionTemplate(transactions), connections, timeToLive, database.isOwn());
    }
}
