package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingSupportTest {

    @Test
    void trustFollowsFromTheCustomersOnTheSmallerSide() {
        double[] trust = new RankingSupport(List.of(100.0, 50.0, 10.0, 1.0)).toTrust();
        assertThat(trust).hasSize(4);
        assertThat(trust[0]).isCloseTo(100 / 130.0, within(1e-15));
        assertThat(trust[1]).isCloseTo(61 / 91.0, within(1e-15));
        assertThat(trust[2]).isCloseTo(11 / 41.0, within(1e-15));
        assertThat(trust[3]).isCloseTo(1 / 31.0, within(1e-15));
    }

    @Test
    void thirtyCustomersAreTrustedByHalf() {
        assertThat(new RankingSupport(List.of(30.0, 1_000.0)).toTrust()[0]).isEqualTo(0.5);
        assertThat(new RankingSupport(List.of(0.0, 1_000.0)).toTrust()[0]).isZero();
        assertThat(new RankingSupport(List.of()).toTrust()).isEmpty();
    }

    @Test
    void customersAreThoseOfACutOffOnAverage() {
        TrainingRows rows = new TrainingRows();
        rows.addRow(Customers.bought(10), false);
        rows.addRow(Customers.bought(20, 10), true);
        rows.endCutOff(Customers.AS_OF, Customers.AS_OF);
        rows.addRow(Customers.bought(10), true);
        rows.addRow(Customers.bought(50, 40, 30, 20), false);
        rows.endCutOff(Customers.AS_OF.minusDays(30), Customers.AS_OF);
        assertThat(RankingSupport.of(rows)).isEqualTo(new RankingSupport(List.of(1.0, 0.5, 0.0, 0.5)));
    }
}
