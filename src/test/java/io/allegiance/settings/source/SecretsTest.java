package io.allegiance.settings.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, hush, ******",
        "allegiance.metrics.pushgateway.password, hush, ******",
        "allegiance.metrics.otlp.headers, Authorization=hush, ******",
        "allegiance.alert.command, page --key hush, ******",
        "allegiance.alert.webhook, https://hooks/hush, ******",
        "allegiance.alert.webhook, '', ''",
        "allegiance.metrics.otlp.url, https://me:hush@host/v1?key=hush, https://******@host/v1?******",
        "allegiance.metrics.otlp.url, https://host/v1, https://host/v1",
        "spring.datasource.url, jdbc:mysql://db:3306/shop?user=me&password=hush, jdbc:mysql://db:3306/shop?******",
        "allegiance.nightly.late-days, 60, 60",
        "allegiance.products.left-out, Why? Gifts, Why? Gifts"
    })
    void onlyWhatIsNoSecretIsShown(String key, String value, String shown) {
        assertThat(Secrets.hide(key, value)).isEqualTo(shown);
    }
}
