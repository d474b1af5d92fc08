package io.allegiance.failure;

import java.util.Optional;
import java.util.stream.Stream;

/** A failure and its causes, from the outermost inward; at most {@value #MOST} of them, because a chain may be a ring. */
public final class CauseChain {

    private static final int MOST = 50;

    private CauseChain() {}

    /** Lists a failure and its causes. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST);
    }

    /** Finds the outermost failure of a type. */
    public static <T> Optional<T> find(Throwable failure, Class<? extends T> type) {
        return of(failure).filter(type::isInstance).<T>map(type::cast).findFirst();
    }
}
