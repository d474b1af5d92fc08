package io.allegiance.platform.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/** The program's own configuration of the log. */
class PrintableLogTest {

    private static final String EVIL = "a\u001b[2Jb\u009b8mc\u202ed\u2028e\rf\nallegiance: all is well";
    private static final String SHOWN = "a?[2Jb?8mc?d?e?f?allegiance: all is well";

    @Test
    void aLineHoldsNothingThatATerminalObeys() throws JoranException {
        assertThat(log("", "")).contains("WARN  " + SHOWN + "\n").contains("IllegalStateException: a?[2Jb?8mc?d?e?f\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%msg%n%wEx", "%message%n%exception", "%m%n%throwable", "%m%n%wex"})
    void norDoesALineOfAnotherPattern(String pattern) throws JoranException {
        assertThat(log("CONSOLE_LOG_PATTERN", pattern))
                .contains(SHOWN)
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\\n]]");
    }

    @Test
    void norDoesAStructuredOne() throws JoranException {
        assertThat(log("CONSOLE_LOG_STRUCTURED_FORMAT", "logstash"))
                .containsIgnoringCase("a\\u001b[2Jb\\u009b8mc\\u202ed\\u2028e\\rf\\n")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}&&[^\\n]]");
    }

    /** Logs a message and a fault on standard error, in a context that is the test's own. */
    private static String log(String property, String value) throws JoranException {
        PrintStream before = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            context.putObject(Environment.class.getName(), new StandardEnvironment());
            if (!property.isEmpty()) {
                context.putProperty(property, value);
            }
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            URL configuration = PrintableLogTest.class.getResource("/logback-spring.xml");
            configurator.doConfigure(Objects.requireNonNull(configuration));
            context.getLogger("io.allegiance.test").warn(EVIL, new IllegalStateException(EVIL));
            return said.toString(StandardCharsets.UTF_8);
        } finally {
            context.stop();
            System.setErr(before);
        }
    }
}
