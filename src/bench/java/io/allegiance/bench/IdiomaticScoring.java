package io.allegiance.bench;

import io.allegiance.platform.Database;
import io.allegiance.platform.Sql;
import io.allegiance.publish.ScorableHistories;
import io.allegiance.publish.ScorableHistories.Scorable;
import io.allegiance.scoring.CustomerScore;
import io.allegiance.scoring.CustomerScorer;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.database.JdbcBatchItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The usual way of scoring with Spring Batch: a paging reader, a processor, a batch writer, chunks and pages of 1,000, and the
 * driver's own settings. The arithmetic is the same, and the rows go into the table of {@link RawScoreLoad}.
 */
final class IdiomaticScoring {

    private static final int CHUNK = 1_000;
    private static final String VIEW = "bench_history";

    private final JobRepository jobs;
    private final Database database;
    private final DataSource dataSource;

    IdiomaticScoring(JobRepository jobs, Database database) {
        this.jobs = jobs;
        this.database = database;
        this.dataSource = asTheDriverComes(database);
    }

    /** With no setting but the account; each thread of the one that works has its connection, as from a pool. */
    private static DataSource asTheDriverComes(Database database) {
        Properties account = new Properties();
        if (database.username() != null) {
            account.setProperty("user", database.username());
        }
        if (database.password() != null) {
            account.setProperty("password", database.password());
        }
        return new DriverManagerDataSource(database.jdbcUrl(), account);
    }

    /** Scores all customers; gives how many. */
    long run(CustomerScorer scorer, String scoreDate, int previousSlot, int slot) throws Exception {
        createView(scoreDate, previousSlot);
        try (SingleConnections connections = new SingleConnections(database, dataSource)) {
            JdbcTransactionManager transactions = new JdbcTransactionManager(connections.forWriting());
            Step step = new StepBuilder("idiomatic", jobs)
                    .<Scorable, CustomerScore>chunk(CHUNK)
                    .transactionManager(transactions)
                    .reader(reader(connections.forReading()))
                    .processor(item -> scorer.score(item.history(), item.referredBuyers(), item.before()))
                    .writer(writer(connections.forWriting(), slot))
                    .build();
            Job job = new JobBuilder("idiomatic", jobs).start(step).build();
            return execute(job);
        }
    }

    private void createView(String scoreDate, int previousSlot) {
        StringBuilder view = new StringBuilder("CREATE OR REPLACE VIEW " + VIEW + " AS ");
        String query = Sql.get("scoring/stream_histories");
        String all = query.substring(0, query.indexOf("WHERE h.customer_id >= ?"));
        view.append(all.replaceFirst("\\?", "DATE'" + scoreDate + "'").replaceFirst("\\?", "" + previousSlot));
        new JdbcTemplate(dataSource).execute(view.toString());
    }

    private static JdbcPagingItemReader<Scorable> reader(DataSource dataSource) throws Exception {
        JdbcPagingItemReader<Scorable> reader = new JdbcPagingItemReaderBuilder<Scorable>()
                .name("histories")
                .dataSource(dataSource)
                .selectClause("*")
                .fromClause(VIEW)
                .sortKeys(Map.of("customer_id", Order.ASCENDING))
                .rowMapper(ScorableHistories.mapper())
                .pageSize(CHUNK)
                .build();
        reader.afterPropertiesSet();
        return reader;
    }

    private static JdbcBatchItemWriter<CustomerScore> writer(DataSource dataSource, int slot) {
        JdbcBatchItemWriter<CustomerScore> writer = new JdbcBatchItemWriterBuilder<CustomerScore>()
                .dataSource(dataSource)
                .sql(Sql.get("publish/insert_customer_score")
                        .replace("INTO customer_score", "INTO " + RawScoreLoad.TABLE))
                .itemPreparedStatementSetter((score, row) -> ScoreParameters.set(score, slot, row))
                .build();
        writer.afterPropertiesSet();
        return writer;
    }

    private long execute(Job job) throws Exception {
        JobParameters parameters = new JobParametersBuilder()
                .addString("bench", database.jdbcUrl())
                .toJobParameters();
        JobExecution execution = jobs.createJobExecution(
                jobs.createJobInstance(job.getName(), parameters), parameters, new ExecutionContext());
        job.execute(execution);
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

        SingleConnections(Database database, DataSource plain) throws Exception {
            this.reading = new SingleConnectionDataSource(plain.getConnection(), true);
            this.writing = new SingleConnectionDataSource(plain.getConnection(), true);
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
