package io.allegiance.crossselling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProposalCacheTest {

    private static final List<String> NAMES =
            IntStream.range(0, 8).mapToObj(i -> "category " + i).toList();

    @Test
    void theyAreThoseOfTheTableHoweverOftenAListComes() {
        SplittableRandom random = new SplittableRandom(11);
        CategoryLift lift = CategoryLift.of(CoPurchases.count(
                NAMES, IntStream.range(0, 5_000).mapToObj(i -> basket(random)).toList()));
        ProposalCache proposals = new ProposalCache(lift);
        List<List<String>> owned = IntStream.range(0, 12_000)
                .mapToObj(i -> IntStream.of(basket(random)).mapToObj(NAMES::get).toList())
                .toList();
        for (int round = 0; round < 2; round++) {
            assertThat(owned)
                    .allSatisfy(each -> assertThat(proposals.propose(each)).isEqualTo(lift.propose(each)));
        }
        assertThat(proposals.propose(List.of())).isEmpty();
        assertThat(proposals.propose(NAMES)).isEmpty();
    }

    private static int[] basket(SplittableRandom random) {
        int[] some = IntStream.range(0, NAMES.size())
                .filter(category -> random.nextInt(3) == 0)
                .toArray();
        return some.length == 0 ? new int[] {0} : some;
    }
}
