package io.allegiance.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * Tries three times to get an alert or a push out, 1 s and 3 s apart. After 20 s no further try begins, so that a
 * receiver which does not answer holds up the end of a job by half a minute at most.
 */
public final class Delivery {

    private static final int RETRIES = 2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final double GROWTH = 3;
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final RetryTemplate template;

    public Delivery() {
        this(FIRST_PAUSE, BOUND);
    }

    /** Tries with another first pause, the second being three times as long, and another bound. */
    public Delivery(Duration firstPause, Duration bound) {
        this.template = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(RETRIES)
                .delay(firstPause)
                .multiplier(GROWTH)
                .timeout(bound)
                .includes(Undelivered.class)
                .build());
    }

    /**
     * Tries until it succeeds.
     *
     * @param attempt returns what went wrong, empty where nothing did
     * @return what went wrong at the last try; empty once one succeeded
     */
    public Optional<String> attempt(Supplier<Optional<String>> attempt) {
        try {
            return template.execute(() -> {
                attempt.get().ifPresent(Undelivered::raise);
                return Optional.empty();
            });
        } catch (RetryException e) {
            if (e.getLastException() instanceof Undelivered failure) {
                return Optional.of(failure.what);
            }
            throw new IllegalStateException(e);
        }
    }

    /** One try's failure, without a stack trace. */
    private static final class Undelivered extends RuntimeException {

        private final String what;

        Undelivered(String what) {
            super(what, null, false, false);
            this.what = what;
        }

        static void raise(String what) {
            throw new Undelivered(what);
        }
    }
}
