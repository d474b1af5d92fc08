package io.allegiance.crossselling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PopularCategoryTest {

    /** Three customers bought of TEA, two each of CAKE and CUPS, and of each two of them at least one. */
    private static final CoPurchases COUNTED = CoPurchases.count(
            List.of("CAKE", "CUPS", "TEA"), List.of(new int[] {0, 1, 2}, new int[] {0, 2}, new int[] {1, 2}), 1, 10);

    private final PopularCategory popular = PopularCategory.of(COUNTED);

    @Test
    void theMostBoughtCategoryThatIsLackingIsProposed() {
        assertThat(popular.propose(List.of())).contains("TEA");
        assertThat(popular.propose(List.of("HATS"))).contains("TEA");
        assertThat(popular.propose(List.of("TEA")))
                .as("of equal ones the first by name")
                .contains("CAKE");
        assertThat(popular.propose(List.of("CAKE", "TEA"))).contains("CUPS");
        assertThat(popular.propose(List.of("CUPS", "CAKE", "TEA"))).isEmpty();
    }

    @Test
    void whatIsNoProductIsNeitherProposedNorCountsAsLacking() {
        PopularCategory products = popular.without(List.of("TEA", "UNKNOWN"));
        assertThat(products.propose(List.of())).contains("CAKE");
        assertThat(products.propose(List.of("CUPS", "CAKE"))).isEmpty();
        assertThat(popular.propose(List.of())).as("unchanged").contains("TEA");
    }
}
