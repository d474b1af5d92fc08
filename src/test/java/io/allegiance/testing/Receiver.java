package io.allegiance.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server that keeps what it is sent. What comes for a path that begins with {@code /silent} is never answered; {@code /moved} is
 * redirected to {@code /arrived}.
 */
public final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    /** One request. */
    public record Received(String method, String path, Map<String, List<String>> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Gets a header; null where it was not sent. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst().orElse(null);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        received.add(new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Map.copyOf(exchange.getRequestHeaders()),
                exchange.getRequestBody().readAllBytes()));
        if (!exchange.getRequestURI().getPath().startsWith("/silent")) {
            boolean moved = exchange.getRequestURI().getPath().startsWith("/moved");
            if (moved) {
                exchange.getResponseHeaders().set("Location", at("/arrived"));
            }
            exchange.sendResponseHeaders(moved ? 302 : status, -1);
            exchange.close();
        }
    }

    /** Gets the address of a path. */
    public String at(String path) {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + path;
    }

    /** Answers with a status from now on. */
    public void answer(int with) {
        status = with;
    }

    /** Lists what was sent to a path, oldest first. */
    public List<Received> sentTo(String path) {
        return received.stream().filter(each -> each.path().equals(path)).toList();
    }

    /** Forgets all. */
    public void clear() {
        received.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
