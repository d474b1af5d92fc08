package io.allegiance.job.worker;

import com.zaxxer.hikari.HikariDataSource;
import io.allegiance.failure.AllegianceException;
import io.allegiance.failure.AttentionException;
import io.allegiance.failure.StoppedException;
import io.allegiance.failure.UsageException;
import io.allegiance.job.announce.Announcements;
import io.allegiance.job.claim.WorkerIdentity;
import io.allegiance.job.claim.WorkerRoster;
import io.allegiance.job.step.StopRequest;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.DatabaseFailures;
import io.allegiance.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** A worker from the outside: it looks for partitions that are offered and works on them until it is asked to stop. */
@Component
public final class WorkerRun {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerRun.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(30);

    private final Database database;
    private final HikariDataSource pool;
    private final Settings settings;
    private final WorkerRoster roster;
    private final OfferedWork work;
    private final Doorbell doorbell;
    private final Announcements announcements;
    private final StopRequest stop;
    private boolean isAway;

    WorkerRun(
            Database database,
            HikariDataSource pool,
            Settings settings,
            WorkerRoster roster,
            OfferedWork work,
            Doorbell doorbell,
            Announcements announcements,
            StopRequest stop) {
        this.database = database;
        this.pool = pool;
        this.settings = settings;
        this.roster = roster;
        this.work = work;
        this.doorbell = doorbell;
        this.announcements = announcements;
        this.stop = stop;
    }

    /**
     * Works on partitions until the process is asked to stop.
     *
     * @param threads how many at once, 1 or more
     * @throws StoppedException at the end, which only a request to stop brings about
     * @throws AttentionException before it takes a partition, when it is not the program that runs the run
     * @throws UsageException when the database is an embedded one, which nobody else reaches
     */
    public void run(int threads) {
        if (database.embeddedHome().isPresent()) {
            throw new UsageException(
                    "a worker needs the database server that the nights use: set SPRING_DATASOURCE_URL,"
                            + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD; the embedded database is of one"
                            + " process");
        }
        settings.requireUnchangedSoFar();
        WorkerIdentity self = roster.add(work.buildId(), threads, pool.getMaximumPoolSize());
        LOG.info("worker {} is ready and works on up to {} partitions at once", self.id(), threads);
        announcements.listen(doorbell::ring);
        WorkerThreads all = new WorkerThreads(threads, doorbell);
        try {
            workUntilStopped(self, all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end(self, all);
        }
        throw new StoppedException("the worker stopped on request; what it had not finished was given back");
    }

    private void workUntilStopped(WorkerIdentity self, WorkerThreads threads) throws InterruptedException {
        long sign = System.nanoTime();
        while (!stop.isRequested()) {
            if (!lookPatiently(self, threads)) {
                doorbell.await(LOOK);
            }
            if (System.nanoTime() - sign > SIGN_OF_LIFE.toNanos()) {
                sign = System.nanoTime();
                renew(self);
            }
        }
    }

    /** Returns whether it took something. A database that is away for a while is waited for; a person is told once. */
    private boolean lookPatiently(WorkerIdentity self, WorkerThreads threads) {
        try {
            boolean taken = work.takeOne(self, threads);
            if (isAway) {
                LOG.info("the database answers again");
                isAway = false;
            }
            return taken;
        } catch (DataAccessException e) {
            Optional<AllegianceException> known = DatabaseFailures.find(e);
            if (known.isPresent() && known.get() instanceof AttentionException) {
                throw e;
            }
            if (!isAway) {
                LOG.warn(
                        "looking for partitions failed and is tried again: {}",
                        e.getClass().getSimpleName());
                isAway = true;
            }
            return false;
        }
    }

    private void renew(WorkerIdentity self) {
        try {
            roster.renew(self);
        } catch (DataAccessException e) {
            LOG.debug("the sign of life failed", e);
        }
    }

    private void end(WorkerIdentity self, WorkerThreads threads) {
        try {
            work.giveBack(threads);
            roster.remove(self);
        } catch (DataAccessException e) {
            LOG.warn("the database does not answer; what this worker held is taken over once its claims have expired");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
