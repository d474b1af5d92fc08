package io.allegiance.platform.read;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A result as another driver than Connector/J makes it: it wraps nothing that this program knows. */
public final class ForeignResult {

    private ForeignResult() {}

    /** A result of one row and one column. */
    public static ResultSet of(long value) {
        AtomicInteger position = new AtomicInteger();
        Connection connection = answering(Connection.class, Map.of());
        Statement statement = answering(Statement.class, Map.of("getConnection", () -> connection));
        return answering(
                ResultSet.class,
                Map.of(
                        "getStatement", () -> statement,
                        "next", () -> position.getAndIncrement() == 0,
                        "getLong", () -> value));
    }

    private static <T> T answering(Class<T> type, Map<String, Supplier<Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                ForeignResult.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (answers.containsKey(method.getName())) {
                        return answers.get(method.getName()).get();
                    }
                    return switch (method.getName()) {
                        case "isWrapperFor" -> false;
                        case "close" -> null;
                        default -> throw new UnsupportedOperationException(method.toString());
                    };
                }));
    }
}
