package io.allegiance.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void theRestGoesToTheLargestLine() {
        assertThat(printed("10", "1", "1", "1")).containsExactly("3.3334", "3.3333", "3.3333");
        assertThat(printed("10", "1", "2", "0")).containsExactly("3.3333", "6.6667", "0.0000");
        assertThat(printed("-0.01", "3", "3")).containsExactly("-0.0050", "-0.0050");
    }

    @Test
    void withoutAnyWeightTheSharesAreEqual() {
        assertThat(printed("5", "0", "0")).containsExactly("2.5000", "2.5000");
    }

    @Test
    void anUnknownAmountOrWeightLeavesAllSharesUnknown() {
        assertThat(Shares.of(Figure.UNKNOWN, List.of(figure("1")))).containsExactly(Figure.UNKNOWN);
        assertThat(Shares.of(figure("1"), List.of(figure("1"), Figure.UNKNOWN)))
                .containsExactly(Figure.UNKNOWN, Figure.UNKNOWN);
        Figure bad = Figure.unreadable("1,0");
        assertThat(Shares.of(figure("1"), List.of(figure("1"), bad))).containsExactly(bad, bad);
    }

    @Test
    void sharesAddUpToTheAmountExactly() {
        SplittableRandom random = new SplittableRandom(22);
        for (int trial = 0; trial < 2_000; trial++) {
            BigDecimal total = BigDecimal.valueOf(random.nextLong(-1_000_000, 100_000_000), random.nextInt(5));
            List<Figure> weights = new ArrayList<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                weights.add(Figure.of(BigDecimal.valueOf(random.nextLong(0, 50_000), 2)));
            }
            BigDecimal sum = Shares.of(Figure.of(total), weights).stream()
                    .map(Figure::value)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).isEqualByComparingTo(total);
        }
    }

    private static List<String> printed(String total, String... weights) {
        return Shares.of(
                        figure(total),
                        Stream.of(weights).map(SharesTest::figure).toList())
                .stream()
                .map(Figure::print)
                .toList();
    }

    private static Figure figure(String number) {
        return Figure.of(new BigDecimal(number));
    }
}
