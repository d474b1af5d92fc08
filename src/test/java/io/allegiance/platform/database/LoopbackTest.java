package io.allegiance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "127.0.0.1",
                "127.255.3.99",
                "::1",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1"
            })
    void theseAreThisMachine(String host) {
        assertThat(Loopback.isNamedBy(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.example.com",
                "127.1",
                "127.0.0.1.example.com",
                "127.0.0.256",
                "localhost.",
                "localhost.example.com",
                "localhost4",
                "0.0.0.0",
                "::",
                "10.0.0.1",
                "fe80::1",
                "dead:beef",
                "",
                "128.0.0.1",
                "2130706433"
            })
    void theseMayBeAnywhere(String host) {
        assertThat(Loopback.isNamedBy(host)).isFalse();
    }
}
