package io.allegiance.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** A broker inside the test, on a port of 127.0.0.1 that it has again after a restart. It keeps no message. */
public final class LocalBroker implements AutoCloseable {

    private final String url = "tcp://127.0.0.1:" + freePort();
    private EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    private LocalBroker() {}

    /** Starts one. */
    public static LocalBroker start() throws Exception {
        LocalBroker started = new LocalBroker();
        started.startAgain();
        return started;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, or was. */
    public String url() {
        return url;
    }

    /** Starts it after it was stopped. */
    public void startAgain() throws Exception {
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", url));
        broker.start();
    }

    /** Stops it, with all that was waiting in it. */
    public void stop() throws Exception {
        broker.stop();
    }

    @Override
    public void close() throws Exception {
        stop();
    }
}
