package io.allegiance.bench;

import io.allegiance.history.store.HistoryColumns;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.history.SharedNames;
import io.allegiance.platform.read.Columns;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.sql.Sql;
import io.allegiance.publish.ScorableHistories.Scorable;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.CustomerScorer;
import io.allegiance.scoring.PreviousSegment;
import io.allegiance.scoring.SegmentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The usual way of scoring with Spring Batch: a paging reader, a processor, a batch writer, chunks and pages of 1,000, and the
 * driver's own settings. The arithmetic is the same, and the rows go into the table of the raw load.
 */
final class IdiomaticScoring {

    private static final int CHUNK = 1_000;

    /** So many show how fast it is: all of a large shop would take longer than everything else together. */
    private static final int MOST = 100_000;

    private static final String SELECT = """
            SELECT h.customer_id, TO_DAYS(h.first_purchase_day), TO_DAYS(h.last_purchase_day), h.purchase_days, h.gap_squares,
                   h.purchase_days_90, h.purchase_days_365, h.spend_365, h.spend_days, h.spend, h.repeat_spend_days, h.repeat_spend,
                   h.quantity_days, h.quantity, h.discount_known_lines, h.full_price_lines, h.recent_spend_days,
                   h.recent_spend, h.prior_spend_days, h.prior_spend, h.incidents, h.forgiven, h.repeatable_lines,
                   h.rebought_lines, h.category_lines, h.categories, h.effective_categories, h.category_names,
                   h.recent_days, h.gaps,
                   (SELECT COUNT(*)
                    FROM referral r
                    JOIN purchase_history referred ON referred.customer_id = r.referred_customer_id
                    WHERE r.referrer_customer_id = h.customer_id
                      AND r.referred_on <= DATE'%s'
                      AND referred.last_purchase_day >= r.referred_on) AS referred_buyers,
                   p.segment, p.previous_segment, p.segment_since, p.recency_score""";

    private static final String FROM =
            "FROM purchase_history h LEFT JOIN customer_score p ON p.slot = %d AND p.customer_id = h.customer_id";

    private final JobRepository jobs;
    private final Database database;
    private final DataSource dataSource;

    IdiomaticScoring(DataSource ofRecords, PlatformTransactionManager transactions, Database database) {
        this.jobs = repository(ofRecords, transactions);
        this.database = database;
        this.dataSource = asTheDriverComes(database);
    }

    /** As Spring Batch makes it: the program's own keeps no maps, in which the paging reader says where it is. */
    private static JobRepository repository(DataSource dataSource, PlatformTransactionManager transactions) {
        try {
            JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
            factory.setDataSource(dataSource);
            factory.setTransactionManager(transactions);
            factory.afterPropertiesSet();
            return Objects.requireNonNull(factory.getObject());
        } catch (Exception e) {
            throw new IllegalStateException("the job repository cannot be built", e);
        }
    }

    /** With no setting but the account. */
    private static DataSource asTheDriverComes(Database database) {
        Properties account = new Properties();
        database.username().ifPresent(username -> account.setProperty("user", username));
        database.password().ifPresent(password -> account.setProperty("password", password));
        return new DriverManagerDataSource(database.jdbcUrl(), account);
    }

    /** Scores the first customers; gives how many. */
    long run(CustomerScorer scorer, String scoreDate, int previousSlot, int slot) {
        try (SingleConnections connections = new SingleConnections(dataSource)) {
            JdbcTransactionManager transactions = new JdbcTransactionManager(connections.forWriting());
            Step step = new StepBuilder("idiomatic", jobs)
                    .<Scorable, CustomerScore>chunk(CHUNK)
                    .transactionManager(transactions)
                    .reader(reader(connections.forReading(), scoreDate, previousSlot))
                    .processor(item -> scorer.score(item.history(), item.referredBuyers(), item.before()))
                    .writer(writer(connections.forWriting(), slot))
                    .build();
            Job job = new JobBuilder("idiomatic", jobs).start(step).build();
            return execute(job);
        }
    }

    private static Scorable toScorable(ResultSet row, SharedNames shared) throws SQLException {
        PurchaseHistory history = HistoryColumns.read(Columns.of(row), shared);
        int referredBuyers = row.getInt(HistoryColumns.COUNT + 1);
        int next = HistoryColumns.COUNT + 2;
        String segment = row.getString(next);
        PreviousSegment before = segment == null
                ? null
                : new PreviousSegment(
                        new SegmentState(segment, row.getString(next + 1), row.getObject(next + 2, LocalDate.class)),
                        row.getObject(next + 3, Integer.class));
        return new Scorable(history, referredBuyers, before);
    }

    private static JdbcPagingItemReader<Scorable> reader(DataSource dataSource, String scoreDate, int previousSlot) {
        SharedNames shared = new SharedNames();
        try {
            JdbcPagingItemReader<Scorable> reader = new JdbcPagingItemReaderBuilder<Scorable>()
                    .name("histories")
                    .dataSource(dataSource)
                    .selectClause(SELECT.formatted(scoreDate))
                    .fromClause(FROM.formatted(previousSlot))
                    .sortKeys(Map.of("h.customer_id", Order.ASCENDING))
                    .rowMapper((row, number) -> toScorable(row, shared))
                    .pageSize(CHUNK)
                    .maxItemCount(MOST)
                    .build();
            reader.afterPropertiesSet();
            return reader;
        } catch (Exception e) {
            throw new IllegalStateException("the paging reader cannot be built", e);
        }
    }

    private static JdbcBatchItemWriter<CustomerScore> writer(DataSource dataSource, int slot) {
        JdbcBatchItemWriter<CustomerScore> writer = new JdbcBatchItemWriterBuilder<CustomerScore>()
                .dataSource(dataSource)
                .sql(Sql.get("publish/insert_customer_score")
                        .replace("INTO customer_score", "INTO " + RawRowLoad.copyOf("customer_score")))
                .itemPreparedStatementSetter((score, row) -> ScoreParameters.set(score, slot, row))
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private long execute(Job job) {
        JobParameters parameters = new JobParametersBuilder()
                .addString("bench", database.jdbcUrl())
                .toJobParameters();
        JobExecution execution = jobs.createJobExecution(
                jobs.createJobInstance(job.getName(), parameters), parameters, new ExecutionContext());
        try {
            job.execute(execution);
        } catch (JobInterruptedException e) {
            throw new IllegalStateException("the idiomatic job was interrupted", e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    "the idiomatic job ended " + execution.getStatus(),
                    execution.getAllFailureExceptions().stream().findFirst().orElse(null));
        }
        return execution.getStepExecutions().iterator().next().getWriteCount();
    }

    /** A connection that reads and one that writes, kept for the whole job as a pool would. */
    private static final class SingleConnections implements AutoCloseable {

        private final SingleConnectionDataSource reading;
        private final SingleConnectionDataSource writing;

        SingleConnections(DataSource plain) {
            this.reading = new SingleConnectionDataSource(DataSourceUtils.getConnection(plain), true);
            this.writing = new SingleConnectionDataSource(DataSourceUtils.getConnection(plain), true);
        }

        DataSource forReading() {
            return reading;
        }

        DataSource forWriting() {
            return writing;
        }

        @Override
        public void close() {
            reading.destroy();
            writing.destroy();
        }
    }
}
