package io.allegiance.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/T0/hush, https://hooks.example.com/",
        "see https://me:hush@host:8443/a?b=hush#hush now, see https://host:8443/ now",
        "https://host?key=hush, https://host",
        "https://me:hu@sh@host/a, https://host/",
        "'{\"to\":\"HTTP://host/hush\"}', '{\"to\":\"HTTP://host/\"}'",
        "no address at all, no address at all"
    })
    void whatFollowsTheHostIsHidden(String text, String shown) {
        assertThat(WebAddress.hide(text)).isEqualTo(shown);
    }
}
