package io.allegiance.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerRangeTest {

    @Test
    void withoutABoundOneRangeHoldsEverybody() {
        assertThat(CustomerRange.between(List.of())).containsExactly(new CustomerRange(0, "", null));
    }

    @Test
    void boundsMakeOneRangeMoreThanThereAreBoundsWithoutAGap() {
        assertThat(CustomerRange.between(List.of("b", "客")))
                .containsExactly(
                        new CustomerRange(0, "", "b"), new CustomerRange(1, "b", "客"), new CustomerRange(2, "客", null));
    }

    @Test
    void theFirstRangeAloneHasTheLinesWithoutACustomer() {
        assertThat(CustomerRange.between(List.of("b", "c")))
                .extracting(CustomerRange::isFirst)
                .containsExactly(true, false, false);
    }
}
