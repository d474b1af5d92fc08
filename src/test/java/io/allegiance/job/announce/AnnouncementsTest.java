package io.allegiance.job.announce;

import static org.assertj.core.api.Assertions.assertThat;

import io.allegiance.job.worker.Doorbell;
import io.allegiance.testing.LocalBroker;
import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicInteger;
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

    private final AtomicInteger heard = new AtomicInteger();
    private LocalBroker broker;

    @BeforeEach
    void start() throws Exception {
        broker = LocalBroker.start();
    }

    @AfterEach
    void stop() throws Exception {
        broker.stop();
    }

    private Announcements listening() {
        Announcements announcements = new Announcements(broker.url(), "", "");
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
            broker.startAgain();
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
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(broker.url());
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
