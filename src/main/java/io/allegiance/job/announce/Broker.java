package io.allegiance.job.announce;

import jakarta.jms.Connection;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The broker, spoken to in the simplest way: messages without content on one topic. */
final class Broker {

    static final String TOPIC = "allegiance.offers";

    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(60);
    private static final int CALL_MILLIS = 5_000;

    private final String url;
    private final String user;
    private final String password;

    Broker(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Sends one message, which no broker keeps for longer than a minute or over a restart. */
    void send() throws JMSException {
        try (ActiveMQConnectionFactory factory = connectionFactory();
                Connection connection = connect(factory);
                Session session = connection.createSession();
                MessageProducer producer = session.createProducer(session.createTopic(TOPIC))) {
            producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
            producer.setTimeToLive(TIME_TO_LIVE.toMillis());
            producer.send(session.createMessage());
        }
    }

    /** Calls somebody for each message until the connection breaks; what is in the messages is not looked at. */
    void receive(Runnable heard) throws JMSException {
        try (ActiveMQConnectionFactory factory = connectionFactory();
                Connection connection = connect(factory);
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createTopic(TOPIC))) {
            connection.start();
            while (consumer.receive() != null) {
                heard.run();
            }
        }
    }

    private ActiveMQConnectionFactory connectionFactory() {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
        factory.setCallTimeout(CALL_MILLIS);
        factory.setReconnectAttempts(0);
        return factory;
    }

    private Connection connect(ActiveMQConnectionFactory factory) throws JMSException {
        return user.isEmpty() ? factory.createConnection() : factory.createConnection(user, password);
    }
}
