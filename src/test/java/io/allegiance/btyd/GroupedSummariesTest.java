package io.allegiance.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GroupedSummariesTest {

    @Test
    void countsEqualTriplesAndSortsThem() {
        GroupedSummaries groups = GroupedSummaries.builder()
                .addCustomer(new PurchaseSummary(2, 9, 30))
                .addCustomer(new PurchaseSummary(0, 0, 31))
                .addCustomer(new PurchaseSummary(2, 9, 30), 4)
                .addCustomer(new PurchaseSummary(2, 8, 90))
                .build();
        List<String> seen = new ArrayList<>();
        groups.forEach((summary, count) -> seen.add(summary.repeatPurchases() + "/" + summary.lastPurchaseAgeDays()
                + "/" + summary.ageDays() + " x " + count));
        assertThat(seen).containsExactly("0/0/31 x 1", "2/8/90 x 1", "2/9/30 x 5");
        assertThat(groups.size()).isEqualTo(3);
        assertThat(groups.customers()).isEqualTo(7);
        assertThat(groups.repeatCustomers()).isEqualTo(6);
        assertThat(groups.repeatPurchases()).isEqualTo(12);
        assertThat(groups.ageDays()).isEqualTo(5 * 30 + 90 + 31);
    }

    @Test
    void agreesWithATreeMapOnManyCustomers() {
        SplittableRandom random = new SplittableRandom(21);
        Map<Long, Long> expected = new TreeMap<>();
        GroupedSummaries.Builder builder = GroupedSummaries.builder();
        for (int customer = 0; customer < 50_000; customer++) {
            int x = random.nextInt(20);
            int last = x == 0 ? 0 : x + random.nextInt(30);
            PurchaseSummary summary = new PurchaseSummary(x, last, last + random.nextInt(40));
            builder.addCustomer(summary);
            expected.merge(PackedTriple.pack(summary), 1L, Long::sum);
        }
        Map<Long, Long> found = new TreeMap<>();
        builder.build().forEach((summary, count) -> found.put(PackedTriple.pack(summary), count));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void equalCustomersAreEqualInWhateverOrder() {
        PurchaseSummary one = new PurchaseSummary(1, 5, 9);
        PurchaseSummary other = new PurchaseSummary(0, 0, 9);
        GroupedSummaries groups = GroupedSummaries.builder()
                .addCustomer(one)
                .addCustomer(other, 2)
                .build();
        assertThat(GroupedSummaries.builder()
                        .addCustomer(other, 2)
                        .addCustomer(one)
                        .build())
                .isEqualTo(groups)
                .hasSameHashCodeAs(groups);
        assertThat(GroupedSummaries.builder()
                        .addCustomer(other)
                        .addCustomer(one)
                        .build())
                .isNotEqualTo(groups);
        assertThat(GroupedSummaries.builder().addCustomer(other, 2).build()).isNotEqualTo(groups);
    }

    @Test
    void partsTogetherEqualTheWhole() {
        GroupedSummaries first = GroupedSummaries.builder()
                .addCustomer(new PurchaseSummary(1, 5, 9))
                .build();
        GroupedSummaries both =
                GroupedSummaries.builder().addAll(first).addAll(first).build();
        assertThat(both.size()).isEqualTo(1);
        assertThat(both.customers()).isEqualTo(2);
    }

    @Test
    void countsAreAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GroupedSummaries.builder().addCustomer(new PurchaseSummary(0, 0, 1), 0))
                .withMessage("customers must be at least 1; was 0");
    }
}
