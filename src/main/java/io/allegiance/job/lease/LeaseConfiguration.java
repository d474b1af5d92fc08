package io.allegiance.job.lease;

import io.allegiance.platform.Database;
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
class LeaseConfiguration {

    @Bean
    FencedTransactionManager transactionManager(DataSource dataSource, ObjectProvider<Lease> lease) {
        return new FencedTransactionManager(dataSource, () -> lease.getObject().findToken());
    }

    @Bean
    Lease lease(
            JdbcClient jdbc,
            FencedTransactionManager transactions,
            @Value("${allegiance.lease.time-to-live}") Duration timeToLive,
            Database database) {
        return new Lease(
                jdbc,
                new TransactionTemplate(transactions),
                timeToLive,
                database.embeddedHome().isPresent());
    }
}
