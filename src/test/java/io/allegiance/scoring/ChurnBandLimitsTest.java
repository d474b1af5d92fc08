package io.allegiance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.testing.Merges;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChurnBandLimitsTest {

    private static final ChurnBandLimits SHARES = ChurnBandLimits.parse("top 60 %", "top 20 %");

    @Test
    void countsOfPartsAreMergedInAnyOrder() {
        SplittableRandom random = new SplittableRandom(9);
        List<Consumer<ChurnCounts>> customers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long churn = random.nextInt(3) == 0 ? 500_000 : random.nextLong(1_000_001);
            customers.add(counts -> counts.addProbability(churn));
        }
        ChurnBandLimits limits = ChurnBandLimits.parse("top 60 %", "top 20 %");
        new Merges<ChurnCounts>(ChurnCounts::new, ChurnCounts::merge, limits::toBands).assertLawsFor(customers);
    }

    @Test
    void readsEdgesAndShares() {
        assertThat(ChurnBandLimits.parse("0.4", "0.7").toFixedBands()).isEqualTo(ChurnBands.DEFAULT);
        assertThat(SHARES).isEqualTo(ChurnBandLimits.parse(" top  60.0000%", "top 20.0 %"));
        assertThat(SHARES.text()).isEqualTo("medium: top 60 %, high: top 20 %");
        assertThat(ChurnBandLimits.parse("0.25", "top 0.5 %").text()).isEqualTo("medium: 0.25, high: top 0.5 %");
        assertThat(SHARES.areShares()).isTrue();
        assertThat(ChurnBandLimits.parse("0.25", "top 5 %").areShares()).isFalse();
        assertThat(ChurnBandLimits.parse("0.25", "top 5 %").areFixed()).isFalse();
    }

    @Test
    void refusesWhatIsNoEdgeOrShareWithTheKeyAndTheForm() {
        refused(
                "0.4",
                "tip 20 %",
                "allegiance.nightly.churn-bands.high must be a churn probability such as 0.7, or a"
                        + " share such as 'top 20 %'; was 'tip 20 %'");
        refused(
                "20 %",
                "0.7",
                "allegiance.nightly.churn-bands.medium must be a churn probability such as 0.7, or a share"
                        + " such as 'top 20 %'; was '20 %'");
        refused("0.4", "1", "allegiance.nightly.churn-bands.high must be above 0 and below 1; was 1");
        refused("0", "0.7", "allegiance.nightly.churn-bands.medium must be above 0 and below 1; was 0");
        refused(
                "top 100 %",
                "0.7", "allegiance.nightly.churn-bands.medium must be above 0 and below 100 %;" + " was top 100 %");
        refused(
                "top 60 %",
                "top 0 %", "allegiance.nightly.churn-bands.high must be above 0 and below 100 %;" + " was top 0 %");
        refused("0.7", "0.4", "churn band edges must be in 0 < medium < high < 1; were 0.700000 and 0.400000");
        refused(
                "top 20 %",
                "top 20 %",
                "the share of churn-bands.medium counts the customers of HIGH too, so it must be"
                        + " larger than that of churn-bands.high; they were 'top 20 %' and 'top 20 %'");
        refused(
                "0.999999",
                "top 20 %",
                "churn band edges must be in 0 < medium < high < 1; '0.999999' and 'top 20 %'"
                        + " leave no room for a third band");
    }

    private static void refused(String medium, String high, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnBandLimits.parse(medium, high))
                .withMessage(message);
    }

    @Test
    void sharesOfDistinctProbabilitiesAreExactWhateverTheOrder() {
        List<Long> churn = new ArrayList<>(LongStream.range(0, 1_000)
                .map(customer -> 930_000 + 7 * customer)
                .boxed()
                .toList());
        ChurnBands bands = SHARES.toBands(counts(churn));
        assertThat(churn.stream().filter(each -> bands.bandOf(each) == ChurnBand.HIGH))
                .hasSize(200);
        assertThat(churn.stream().filter(each -> bands.bandOf(each) == ChurnBand.MEDIUM))
                .hasSize(400);
        assertThat(bands).isEqualTo(new ChurnBands(930_000 + 7 * 400, 930_000 + 7 * 800));
        Collections.shuffle(churn, new Random(5));
        assertThat(SHARES.toBands(counts(churn))).isEqualTo(bands);
    }

    /** The definition, tried for every probability that there is and for nobody. */
    @Test
    void theShareComesAsCloseAsCustomersOfEqualProbabilityLetIt() {
        SplittableRandom random = new SplittableRandom(21);
        for (int trial = 0; trial < 200; trial++) {
            long[] churn = random.longs(1 + random.nextInt(12), 0, 8)
                    .map(each -> 10 + each)
                    .toArray();
            long share = 1 + random.nextLong(999_999);
            long closest = Long.MAX_VALUE;
            long expected = -1;
            for (long edge = 18; edge >= 10; edge--) {
                long distance = Math.abs(above(churn, edge) * 1_000_000 - share * churn.length);
                boolean isFirstOfItsCount = edge == 18 || above(churn, edge) != above(churn, edge + 1);
                if (isFirstOfItsCount && distance < closest) {
                    closest = distance;
                    expected = above(churn, edge);
                }
            }
            long edge = counts(Arrays.stream(churn).boxed().toList()).leastOfTop(share);
            assertThat(above(churn, edge)).isEqualTo(expected);
            assertThat(expected == 0 || Arrays.stream(churn).anyMatch(each -> each == edge))
                    .as("the edge is the probability of a customer in the band")
                    .isTrue();
        }
    }

    private static long above(long[] churn, long edge) {
        return Arrays.stream(churn).filter(each -> each >= edge).count();
    }

    @Test
    void edgesStayInOrderWhereCustomersAreAlike() {
        List<Long> alike = Collections.nCopies(50, 500_000L);
        assertThat(SHARES.toBands(counts(alike)))
                .as("all MEDIUM: 100 % is closer to 60 than 0, and 0 closer to 20 than 100")
                .isEqualTo(new ChurnBands(500_000, 500_001));
        assertThat(ChurnBandLimits.parse("top 90 %", "top 80 %").toBands(counts(alike)))
                .as("both edges on one probability: medium gives way")
                .isEqualTo(new ChurnBands(499_999, 500_000));
        assertThat(SHARES.toBands(counts(Collections.nCopies(50, 1_000_000L))))
                .isEqualTo(new ChurnBands(999_998, 999_999));
        assertThat(SHARES.toBands(counts(Collections.nCopies(50, 0L)))).isEqualTo(new ChurnBands(1, 2));
        assertThat(SHARES.toBands(counts(List.of()))).isEqualTo(new ChurnBands(999_998, 999_999));
    }

    @Test
    void aShareGivesWayToAFixedEdge() {
        List<Long> churn =
                LongStream.range(0, 100).map(each -> 10_000 * each).boxed().toList();
        assertThat(ChurnBandLimits.parse("0.3", "top 20 %").toBands(counts(churn)))
                .isEqualTo(new ChurnBands(300_000, 800_000));
        assertThat(ChurnBandLimits.parse("0.9", "top 20 %").toBands(counts(churn)))
                .isEqualTo(new ChurnBands(900_000, 900_001));
        assertThat(ChurnBandLimits.parse("top 60 %", "0.7").toBands(counts(churn)))
                .isEqualTo(new ChurnBands(400_000, 700_000));
        assertThat(ChurnBandLimits.parse("top 60 %", "0.2").toBands(counts(churn)))
                .isEqualTo(new ChurnBands(199_999, 200_000));
    }

    private static ChurnCounts counts(List<Long> churn) {
        ChurnCounts counts = new ChurnCounts();
        churn.forEach(counts::addProbability);
        return counts;
    }
}
