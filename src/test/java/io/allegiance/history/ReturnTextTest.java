package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.purchase.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReturnTextTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        List<ReturnSum> returns = List.of(
                new ReturnSum(MatchKey.NONE, MatchKey.NONE, 12_345),
                new ReturnSum(-1, 255, 0),
                new ReturnSum(Long.MIN_VALUE, Long.MAX_VALUE, Money.UNKNOWN));
        assertThat(ReturnText.write(returns))
                .isEqualTo("0:0:12345 ffffffffffffffff:ff:0 8000000000000000:7fffffffffffffff:");
        assertThat(ReturnText.read(ReturnText.write(returns))).isEqualTo(returns);
        assertThat(ReturnText.write(List.of())).isNull();
        assertThat(ReturnText.read(null)).isEmpty();
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : List.of("", "1:2", "x:0:1", "0:0:1:2", "0:0:1,5")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> ReturnText.read(text));
        }
    }
}
