package io.allegiance.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.allegiance.calendar.DateRange;
import io.allegiance.calendar.OpenDays;
import io.allegiance.history.HistoryDay;
import io.allegiance.history.HistoryFold;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.testing.PurchaseHistories;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationAsOfTest {

    private static final LocalDate D = Customers.AS_OF;
    private static final GapSurvival GAPS = new GapSurvival(List.of(20, 60, 105), List.of(0.8, 0.5, 0.2));

    /** Silent for 15 days, with gaps of 10, 15, 40, 105, 106: 40, 105 and 106 lasted longer, 40 and 105 ended within 90 days more. */
    @Test
    void ownHazardIsTheShareOfOwnGapsWithTwoOfThePopulation() {
        CustomerAsOf customer = population(GAPS, OpenDays.NONE)
                .look(bought(
                        OpenDays.NONE,
                        15 + 10 + 15 + 40 + 105 + 106,
                        15 + 10 + 15 + 40 + 105,
                        15 + 10 + 15 + 40,
                        15 + 10 + 15,
                        15 + 10,
                        15));
        double ofPopulation = 1 - 0.2;
        assertThat(customer.daysSinceLastPurchase()).isEqualTo(15);
        assertThat(customer.ownHazard()).isCloseTo((2 + 2 * ofPopulation) / (3 + 2), within(1e-15));
        assertThat(feature(customer)).isCloseTo(-Math.log(0.72 / 0.28), within(1e-12));
    }

    @Test
    void whoHasNoSuchGapIsAsThePopulation() {
        CustomerAsOf customer = population(GAPS, OpenDays.NONE).look(bought(OpenDays.NONE, 70, 60));
        assertThat(customer.ownHazard()).isCloseTo(1 - 0.2 / 0.5, within(1e-15));
    }

    @Test
    void aHazardOfNothingOrCertaintyStaysFinite() {
        CustomerAsOf never = population(GapSurvival.NONE, OpenDays.NONE).look(bought(OpenDays.NONE, 70, 60));
        assertThat(never.ownHazard()).isZero();
        assertThat(feature(never)).isCloseTo(Math.log(0.9999 / 0.0001), within(1e-9));
        GapSurvival all = new GapSurvival(List.of(61), List.of(0.0));
        CustomerAsOf always = population(all, OpenDays.NONE).look(bought(OpenDays.NONE, 70, 60));
        assertThat(always.ownHazard()).isEqualTo(1);
        assertThat(feature(always)).isCloseTo(-Math.log(0.9999 / 0.0001), within(1e-9));
    }

    @Test
    void aClosureAgesNobody() {
        OpenDays shut = OpenDays.without(List.of(new DateRange(D.minusDays(49), D.minusDays(10))));
        CustomerAsOf customer = population(GAPS, shut).look(bought(shut, 100, 60));
        assertThat(customer.daysSinceLastPurchase()).isEqualTo(20);
        assertThat(customer.summary().ageDays()).isEqualTo(60);
        assertThat(customer.recent().purchaseDays30()).isEqualTo(1);
        assertThat(customer.recent().purchaseDays90()).isEqualTo(2);
        CustomerAsOf open = population(GAPS, OpenDays.NONE).look(bought(OpenDays.NONE, 60, 20));
        assertThat(customer.history().timing()).isEqualTo(open.history().timing());
        assertThat(customer.summary()).isEqualTo(open.summary());
        assertThat(customer.recent()).isEqualTo(open.recent());
        assertThat(customer.ownHazard()).isEqualTo(open.ownHazard());
        assertThat(customer.modelLogit()).isEqualTo(open.modelLogit());
    }

    @Test
    void whoNeverBoughtIsNotLookedAt() {
        PopulationAsOf population = population(GAPS, OpenDays.NONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> population.look(PurchaseHistories.withoutPurchase("C")))
                .withMessageContaining("without a purchase day");
    }

    private static double feature(CustomerAsOf customer) {
        return FeatureCatalogue.ALL
                .get(FeatureCatalogue.names().indexOf("own_hazard"))
                .value()
                .applyAsDouble(customer);
    }

    private static PopulationAsOf population(GapSurvival gaps, OpenDays openDays) {
        return new PopulationAsOf(D, openDays, Customers.MODEL, Customers.HORIZON, gaps);
    }

    private static PurchaseHistory bought(OpenDays openDays, int... daysAgo) {
        HistoryFold fold = new HistoryFold("C", D, openDays);
        for (int ago : daysAgo) {
            fold.addDay(new HistoryDay(D.minusDays(ago), true, 100_000L, 2_000L));
        }
        return fold.toPurchaseHistory();
    }
}
