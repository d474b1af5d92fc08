package io.allegiance.crossselling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.allegiance.crossselling.CoPurchases.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoPurchasesTest {

    @Test
    void aPairOf100CustomersHasSupportAndOneOf99HasNot() {
        Baskets baskets = new Baskets()
                .addCustomers(100, "TEA COFFEE")
                .addCustomers(99, "WINE CHEESE")
                .addCustomers(500, "WINE");
        CoPurchases counted = baskets.count(CoPurchases.MINIMUM_SUPPORT);
        assertThat(counted.customers()).isEqualTo(699);
        assertThat(counted.categories()).containsExactly(new Category("COFFEE", 100), new Category("TEA", 100));
        assertThat(PairText.read(counted.pairs(), 2, 100).get(0, 1)).isEqualTo(100);
    }

    @Test
    void customersWithoutACategoryAreNotCounted() {
        assertThat(new Baskets()
                        .addCustomers(7, "")
                        .addCustomers(3, "TEA")
                        .count(1)
                        .customers())
                .isEqualTo(3);
    }

    @Test
    void withoutACustomerOrAPairThereIsNothing() {
        assertThat(new Baskets().count(1)).isEqualTo(new CoPurchases(0, 1, List.of(), ""));
        assertThat(new Baskets().addCustomers(200, "TEA").count(1)).isEqualTo(new CoPurchases(200, 1, List.of(), ""));
    }

    @Test
    void categoriesAreOrderedByPurchasesThenBytes() {
        Baskets baskets = new Baskets().addCustomers(2, "B a \ufffd 😀 é").addCustomers(1, "a");
        assertThat(baskets.count(1).categories())
                .extracting(Category::name)
                .containsExactly("a", "B", "é", "\ufffd", "😀");
    }

    @Test
    void ofTooManyCategoriesTheMostBoughtTakePart() {
        Baskets baskets =
                new Baskets().addCustomers(5, "A B C D").addCustomers(2, "C D").addCustomers(1, "B");
        CoPurchases counted = baskets.count(1, 3, baskets.names());
        assertThat(counted.categories()).extracting(Category::name).containsExactly("C", "D", "B");
        assertThat(counted.customers()).isEqualTo(8);
        assertThat(PairText.read(counted.pairs(), 3, 1).get(0, 1)).isEqualTo(7);
    }

    @Test
    void orderOfInputLeavesNoTrace() {
        SplittableRandom random = new SplittableRandom(17);
        for (int i = 0; i < 100; i++) {
            Baskets baskets = Baskets.random(random);
            List<String> names = new ArrayList<>(baskets.names());
            Collections.reverse(names);
            names.add("NOBODY'S");
            assertThat(baskets.shuffled(random).count(3, 5, names)).isEqualTo(baskets.count(3, 5, baskets.names()));
        }
    }

    @Test
    void whatCannotHaveBeenCountedIsRefused() {
        Category one = new Category("A", 5);
        Category other = new Category("B", 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoPurchases(9, 0, List.of(), ""))
                .withMessage("minimumSupport must be 1 or more; was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoPurchases(9, 1, List.of(one, other), "AA=="))
                .withMessageContaining("the most bought first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoPurchases(9, 1, Collections.nCopies(2_001, one), ""))
                .withMessageContaining("were 2001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoPurchases(4, 1, List.of(one), ""))
                .withMessageContaining("must be in [1, 4]; were 5");
    }
}
