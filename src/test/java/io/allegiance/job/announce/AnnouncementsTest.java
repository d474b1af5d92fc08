package io.allegiance.job.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.job.worker.Doorbell;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Announcements through a broker inside the test: heard where it is there, missed without harm where it is not. */
@Timeout(120)
class AnnouncementsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = freePort();
    private final String url = "tcp://127.0.0.1:" + port;
    private final AtomicInteger heard = new AtomicInteger();
    private EmbeddedActiveMQ broker;

    @BeforeEach
    void start() throws Exception {
        broker = new EmbeddedActiveMQ();
        broker.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .addAcceptorConfiguration("tcp", url));
        broker.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Announcements listening() {
        Announcements announcements = new Announcements(url, "", "");
        announcements.listen(heard::incrementAndGet);
        return announcements;
    }

    private void awaitHeardAfterAnnouncing(Announcements announcements, int least) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            announcements.announce();
            return heard.get() >= least;
        });
    }

    @Test
    void whoeverListensHears() {
        try (Announcements announcements = listening()) {
            awaitHeardAfterAnnouncing(announcements, 1);
        }
    }

    @Test
    void aBrokerThatComesBackIsHeardAgain() throws Exception {
        try (Announcements announcements = listening()) {
            awaitHeardAfterAnnouncing(announcements, 1);
            broker.stop();
            announcements.announce();
            start();
            awaitHeardAfterAnnouncing(announcements, heard.get() + 1);
        }
    }

    /** They are of any kind, come doubled, and hold what would do harm if it were read. */
    @Test
    void aThousandMalformedAnnouncementsWakeAFewTimes() throws Exception {
        try (Announcements announcements = listening()) {
            awaitHeardAfterAnnouncing(announcements, 1);
            sendMalformed(1_000);
            awaitHeardAfterAnnouncing(announcements, heard.get() + 1);
            assertThat(heard.get()).isLessThan(300);
        }
    }

    private void sendMalformed(int count) throws Exception {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection();
                Session session = connection.createSession();
                MessageProducer producer = session.createProducer(session.createTopic(Broker.TOPIC))) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            for (int i = 0; i < count; i++) {
                producer.send(malformed(session, i));
            }
        }
    }

    private static Message malformed(Session session, int i) throws Exception {
        return switch (i % 4) {
            case 0 -> session.createTextMessage("DROP TABLE run_claim");
            case 1 -> session.createObjectMessage(new HashMap<>());
            case 2 -> session.createMapMessage();
            default -> session.createBytesMessage();
        };
    }

    @Test
    void aBrokerThatIsNotThereHoldsNobodyUp() throws Exception {
        broker.stop();
        long begun = System.nanoTime();
        try (Announcements announcements = listening()) {
            announcements.announce();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(heard).hasValue(0);
    }

    @Test
    void withoutABrokerNothingHappens() {
        try (Announcements announcements = new Announcements("", "", "")) {
            announcements.listen(new Doorbell()::ring);
            announcements.announce();
        }
    }
}
