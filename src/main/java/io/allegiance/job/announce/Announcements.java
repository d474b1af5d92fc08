package io.allegiance.job.announce;

import io.allegiance.job.claim.OfferAnnouncer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Announcements of offers through Apache ActiveMQ Artemis, where {@code spring.artemis.broker-url} names one. An announcement has no
 * content and decides nothing: whoever hears one looks into the database, as it would have a little later. So a broker that is
 * slow, gone or hostile costs a warning and nothing else. No thread of the program waits for it.
 */
@Component
public final class Announcements implements OfferAnnouncer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);

    /** However many announcements come, whoever listens looks no more often. */
    private static final Duration BETWEEN = Duration.ofMillis(200);

    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(5);

    private final @Nullable Broker broker;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final ThreadPoolExecutor threads;

    Announcements(
            @Value("${spring.artemis.broker-url:}") String url,
            @Value("${spring.artemis.user:}") String user,
            @Value("${spring.artemis.password:}") String password) {
        this.broker = url.isBlank() ? null : new Broker(url, user, password);
        this.threads = new ThreadPoolExecutor(
                2,
                2,
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                Announcements::daemon,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "announcements");
        thread.setDaemon(true);
        return thread;
    }

    /** Announces in the background; while one announcement waits, a further one adds nothing and is left out. */
    @Override
    public void announce() {
        Broker known = broker;
        if (known != null) {
            threads.execute(() -> patiently(known::send));
        }
    }

    /** Calls somebody for each announcement, but not too often, for as long as this is open. */
    public void listen(Runnable heard) {
        Broker known = broker;
        if (known != null) {
            threads.execute(() -> {
                while (!threads.isShutdown()) {
                    patiently(() -> known.receive(() -> {
                        heard.run();
                        pause(BETWEEN);
                    }));
                    pause(BEFORE_NEXT_TRY);
                }
            });
        }
    }

    private void patiently(Exchange exchange) {
        try {
            exchange.run();
        } catch (Exception | LinkageError e) {
            if (!threads.isShutdown() && warned.compareAndSet(false, true)) {
                LOG.warn(
                        "the broker of spring.artemis.broker-url cannot be used ({}); workers find offers without it, up to a"
                                + " second later",
                        e.getClass().getSimpleName());
            }
        }
    }

    @FunctionalInterface
    private interface Exchange {
        void run() throws Exception;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends without a word to the broker, which may not be there to hear it. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
