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
        "allegiance.metrics.otlp.url, https://me:hush@host/v1?key=hush, https://******@host/******",
        "allegiance.metrics.otlp.url, https://host/v1, https://host/******",
        "allegiance.metrics.otlp.url, https://host:4318/, https://host:4318/",
        "allegiance.metrics.pushgateway.url, http://gateway:9091, http://gateway:9091",
        "allegiance.metrics.pushgateway.url, HTTP://gateway/hush/more, HTTP://gateway/******",
        "spring.datasource.url, jdbc:mysql://db:3306/shop?user=me&password=hush, jdbc:mysql://db:3306/shop?******",
        "spring.datasource.url, 'jdbc:mysql://me:hush@db1,you:hush@db2/shop', jdbc:mysql://******@db2/shop",
        "spring.datasource.url, 'jdbc:mysql://me:hu/sh@db/shop', jdbc:mysql://******@db/shop",
        "spring.datasource.url, 'jdbc:mysql://(host=db,password=hush)/shop', jdbc:mysql://(******)/shop",
        "spring.datasource.url, jdbc:mysql://address=(host=db)(password=hush)/s, jdbc:mysql://address=(******)(******)/s",
        "spring.datasource.hikari.data-source-properties.trustCertificateKeyStorePassword, hush, ******",
        "allegiance.nightly.late-days, 60, 60",
        "allegiance.products.left-out, Why? Gifts, Why? Gifts"
    })
    void onlyWhatIsNoSecretIsShown(String key, String value, String shown) {
        assertThat(Secrets.hide(key, value)).isEqualTo(shown);
    }
}
