package io.allegiance.watch.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandEnvironmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_PASSWORD",
                "SPRING_DATASOURCE_URL",
                "SPRING_APPLICATION_JSON",
                "SPRING_CONFIG_IMPORT",
                "spring.datasource.password",
                "ALLEGIANCE_ALERT_WEBHOOK",
                "ALLEGIANCE_ALERT_COMMAND",
                "ALLEGIANCE_METRICS_PUSHGATEWAY_PASSWORD",
                "ALLEGIANCE_METRICS_OTLP_HEADERS",
                "ALLEGIANCE_JAVA_OPTS",
                "CUSTOMER_HASH_KEY",
                "AWS_SECRET_ACCESS_KEY",
                "DB_PASSWORD",
                "GITHUB_TOKEN",
                "https_proxy"
            })
    void noSecretIsInherited(String name) {
        assertThat(reduced(name, List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "ALLEGIANCE_HOME"})
    void whatProgramsUsuallyNeedIs(String name) {
        assertThat(reduced(name, List.of())).containsEntry(name, "hush");
    }

    @Test
    void whatTheOperatorNamesIsPassed() {
        assertThat(reduced("PAGER_KEY", List.of("PAGER_KEY"))).containsOnlyKeys("PAGER_KEY");
        assertThat(reduced("PAGER_KEYS", List.of("PAGER_KEY"))).isEmpty();
    }

    @Test
    void theAccountOfTheDatabaseCannotBePassed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlertSettings("page", "", List.of("Spring_Datasource_Password"), 0.2))
                .withMessageStartingWith("allegiance.alert.pass-variables must not name Spring_Datasource_Password");
    }

    private static Map<String, String> reduced(String name, List<String> passed) {
        Map<String, String> environment = new HashMap<>(Map.of(name, "hush"));
        CommandEnvironment.reduce(environment, passed);
        return environment;
    }
}
