package io.allegiance.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseGapsTest {

    /** Compared with a map of counts. */
    @Test
    void randomGapsAreThoseOfAPlainMap() {
        SplittableRandom random = new SplittableRandom(18);
        for (int trial = 0; trial < 400; trial++) {
            PurchaseGaps gaps = PurchaseGaps.NONE;
            TreeMap<Integer, Integer> plain = new TreeMap<>();
            int longest = 1 + random.nextInt(random.nextBoolean() ? 10 : 500);
            for (int gap = random.nextInt(80); gap > 0; gap--) {
                int days = 1 + random.nextInt(longest);
                gaps = gaps.plus(days);
                plain.merge(days, 1, Integer::sum);
            }
            requireEqual(gaps, plain);
        }
    }

    private static void requireEqual(PurchaseGaps gaps, TreeMap<Integer, Integer> plain) {
        Map<Integer, Integer> passed = new TreeMap<>();
        gaps.forEach((days, count) -> assertThat(passed.put(days, count)).isNull());
        assertThat(passed).isEqualTo(plain);
        for (int days = 0; days < 510; days++) {
            assertThat(gaps.countLonger(days))
                    .isEqualTo(plain.tailMap(days, false).values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        }
        assertThat(gaps.toText())
                .isEqualTo(plain.entrySet().stream()
                        .map(each -> each.getValue() == 1 ? "" + each.getKey() : each.getKey() + "*" + each.getValue())
                        .collect(Collectors.joining(" ")));
        assertThat(PurchaseGaps.of(gaps.toText()))
                .isEqualTo(gaps)
                .hasSameHashCodeAs(gaps)
                .hasToString(gaps.toText());
    }

    @Test
    void moreGapsLeaveTheFormerOnesAsTheyWere() {
        PurchaseGaps one = PurchaseGaps.NONE.plus(7);
        PurchaseGaps two = one.plus(7);
        assertThat(one.toText()).isEqualTo("7");
        assertThat(two.toText()).isEqualTo("7*2");
        assertThat(two.plus(3).plus(30).toText()).isEqualTo("3 7*2 30");
        assertThat(PurchaseGaps.of("")).isEqualTo(PurchaseGaps.NONE).isNotEqualTo(one);
        assertThat(PurchaseGaps.of("2147483647").countLonger(2_147_483_646)).isOne();
    }

    @Test
    void aGapIsADayOrLonger() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseGaps.NONE.plus(0))
                .withMessageContaining("1 day or longer; was 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "7*",
                "*2",
                "7 7",
                "14 7",
                "7  14",
                " 7",
                "7 ",
                "0",
                "7*0",
                "-7",
                "a",
                "7a",
                "7*2*2",
                "7,14",
                "2147483648",
                "99999999999999999999",
                "7*99999999999",
                "\u0667"
            })
    void anotherTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PurchaseGaps.of(text))
                .withMessageContaining("'7*12 14' were expected; was " + text);
    }
}
