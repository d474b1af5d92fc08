package io.allegiance.platform.datasource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.allegiance.failure.AttentionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class PoolOptionsTest {

    /** The pool asks a naming service for an object of a name, and that service may be anybody's. */
    @ParameterizedTest
    @CsvSource({
        "metric-registry, ldap://127.0.0.1:1/object",
        "healthCheckRegistry, rmi://127.0.0.1:1/object",
        "data-source-jndi, ldap://127.0.0.1:1/object",
        "jdbcUrl, jdbc:mysql://db.example/shop",
        "credentials-provider-class-name, example.Credentials"
    })
    void addressesClassesAndNamedObjectsAreRefused(String option, String value) {
        assertThatThrownBy(() -> PoolOptions.requireAddressAlone(with(option, value)))
                .isInstanceOf(AttentionException.class)
                .hasMessageStartingWith("spring.datasource.hikari.")
                .hasMessageContaining(" is refused");
    }

    @Test
    void otherOptionsOfThePoolAreNot() {
        assertThatCode(() -> PoolOptions.requireAddressAlone(with("maximum-pool-size", "30")))
                .doesNotThrowAnyException();
    }

    private static ConfigurableEnvironment with(String option, String value) {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("spring.datasource.hikari." + option, value)));
        return environment;
    }
}
