package io.allegiance.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Somebody between: speaks as a MySQL server does until it has been told a password, for which it asks in clear. Offers TLS with a
 * certificate of its own, or hides that there is TLS. Listens on 127.0.0.1, which clients may call {@value #NAME} as well: by the rules
 * of the program that is not the loopback interface, because it is not written as it is.
 */
public final class FalseServer implements AutoCloseable {

    /** Leads to 127.0.0.1, and could as well be the name of a server elsewhere. */
    public static final String NAME = "127.1";

    private static final int LENGTH = 3;
    private static final int CLIENT_SSL = 0x800;

    /** Protocol 4.1, databases, transactions, results of several statements, ways to prove a password, end of results. */
    private static final int CAPABILITIES = 0x13FA20F;

    private static final byte[] ASK_IN_CLEAR = "\u00femysql_clear_password\0".getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket socket;
    private final @Nullable Certificate certificate;
    private final byte[] answer;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<byte[]> received = new CopyOnWriteArrayList<>();

    private FalseServer(@Nullable Certificate certificate, byte[] answer) {
        this.certificate = certificate;
        this.answer = answer;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Says that it has no TLS. */
    public static FalseServer withoutTls() {
        return new FalseServer(null, ASK_IN_CLEAR);
    }

    /** Has no TLS, and refuses each login with an error. */
    public static FalseServer refusing(int error, String message) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(0xff);
        packet.write(error);
        packet.write(error >> 8);
        text(packet, "#HY000" + message);
        return new FalseServer(null, packet.toByteArray());
    }

    /** Offers TLS with a certificate. */
    public static FalseServer showing(Certificate certificate) {
        return new FalseServer(certificate, ASK_IN_CLEAR);
    }

    /** Gets its address, to which options may be added. */
    public String url() {
        return "jdbc:mysql://" + NAME + ":" + socket.getLocalPort() + "/allegiance";
    }

    /** Returns whether some text, such as a user name or a password, was sent to it. */
    public boolean knows(String text) {
        return received.stream().anyMatch(packet -> new String(packet, StandardCharsets.ISO_8859_1).contains(text));
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> talk(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            send(client.getOutputStream(), 0, greeting());
            if (certificate == null) {
                listen(client, 2);
            } else {
                read(client.getInputStream());
                try (SSLSocket secured = (SSLSocket) certificate
                        .toContext()
                        .getSocketFactory()
                        .createSocket(client, null, client.getPort(), false)) {
                    secured.setUseClientMode(false);
                    listen(secured, LENGTH);
                }
            }
        } catch (IOException e) {
            // The client has left, which is what it should do.
        }
    }

    private void listen(Socket client, int sequence) throws IOException {
        read(client.getInputStream());
        send(client.getOutputStream(), sequence, answer);
        read(client.getInputStream());
    }

    private void read(InputStream in) throws IOException {
        byte[] header = in.readNBytes(LENGTH + 1);
        if (header.length <= LENGTH) {
            throw new IOException("the client has left");
        }
        received.add(in.readNBytes((header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16));
    }

    private static void send(OutputStream out, int sequence, byte[] packet) throws IOException {
        out.write(new byte[] {(byte) packet.length, (byte) (packet.length >> 8), 0, (byte) sequence});
        out.write(packet);
        out.flush();
    }

    private byte[] greeting() {
        int capabilities = certificate == null ? CAPABILITIES : CAPABILITIES | CLIENT_SSL;
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(10);
        text(packet, "9.7.0\0\1\0\0\0abcdefgh\0");
        packet.write(capabilities);
        packet.write(capabilities >> 8);
        text(packet, "\u00ff\2\0");
        packet.write(capabilities >> 16);
        packet.write(capabilities >> 24);
        packet.write(21);
        packet.writeBytes(new byte[10]);
        text(packet, "ijklmnopqrst\0caching_sha2_password\0");
        return packet.toByteArray();
    }

    private static void text(ByteArrayOutputStream packet, String text) {
        packet.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
