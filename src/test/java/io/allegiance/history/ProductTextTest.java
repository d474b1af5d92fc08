package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.purchase.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTextTest {

    @Test
    void productsComeBackWithoutWhatWasPaid() {
        List<ProductDay> products = List.of(
                new ProductDay("", "", 3, Money.UNKNOWN, Money.UNKNOWN),
                new ProductDay("", "tea", 1, 0L, 1_500L),
                new ProductDay("85123A, white\thanging", "décor 🛒", 1_000_000, 123_456L, 2_000L));
        String text = ProductText.write(products);
        assertThat(text)
                .isEqualTo("\u001F\u001F3\u001E"
                        + "\u001Ftea\u001F1\u001E"
                        + "85123A, white\thanging\u001Fdécor 🛒\u001F1000000");
        assertThat(ProductText.read(text, new SharedNames()))
                .containsExactly(
                        new LoyaltyDay.ProductLines("", "", 3),
                        new LoyaltyDay.ProductLines("", "tea", 1),
                        new LoyaltyDay.ProductLines("85123A, white\thanging", "décor 🛒", 1_000_000));
    }

    @Test
    void daysTakenInBeforeV016AreRead() {
        String text =
                "\u001F\u001F3\u001F\u001F\u001E\u001Ftea\u001F1\u001F0.0000\u001F1.500\u001Ecup\u001Ftea\u001F12";
        assertThat(ProductText.read(text, new SharedNames()))
                .containsExactly(
                        new LoyaltyDay.ProductLines("", "", 3),
                        new LoyaltyDay.ProductLines("", "tea", 1),
                        new LoyaltyDay.ProductLines("cup", "tea", 12));
    }

    @Test
    void noProductsAreNoText() {
        assertThat(ProductText.write(List.of())).isNull();
        assertThat(ProductText.read(null, new SharedNames())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tea",
                "a\u001Fb",
                "a\u001Fb\u001F",
                "a\u001Fb\u001Fone",
                "a\u001Fb\u001Fone\u001F\u001F",
                "a\u001Fb\u001Ea\u001Fb\u001F1"
            })
    void refusesAnotherText(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ProductText.read(text, new SharedNames()));
    }
}
