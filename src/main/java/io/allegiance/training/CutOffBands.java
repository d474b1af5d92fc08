package io.allegiance.training;

import io.allegiance.churn.quality.BandQuality;
import io.allegiance.churn.quality.FrequencyBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The predictions at one cut-off by frequency, and those for the customers with the greatest expected value. For one thread. */
final class CutOffBands {

    private static final int ONE_IN = 100;
    private static final Comparator<Customer> MOST_VALUABLE =
            Comparator.comparingDouble(Customer::expectedValue).reversed();

    private final List<Customer> customers = new ArrayList<>();

    /**
     * A customer as predicted, with what happened.
     *
     * @param expectedValue what the customer is expected to spend; the expected purchases where no spend is known
     */
    record Customer(int repeatPurchases, double churn, double modelChurn, double expectedValue, boolean hasChurned) {}

    void addCustomer(Customer customer) {
        customers.add(customer);
    }

    private BandQuality.Sums sums(FrequencyBand band) {
        return sums(customers.stream().filter(each -> FrequencyBand.of(each.repeatPurchases()) == band));
    }

    /* Sorting is stable, so equal customers are in the order in which they came. */
    private BandQuality.Sums top() {
        return sums(customers.stream().sorted(MOST_VALUABLE).limit((customers.size() + ONE_IN - 1) / ONE_IN));
    }

    private static BandQuality.Sums sums(Stream<Customer> some) {
        BandQuality.Sums sums = new BandQuality.Sums();
        some.forEach(each -> sums.addCustomer(each.churn(), each.modelChurn(), each.hasChurned()));
        return sums;
    }

    /** The quality of each band over several cut-offs, the most valuable customers last. */
    static List<BandQuality> pool(List<CutOffBands> cutOffs) {
        List<BandQuality> bands = new ArrayList<>();
        Arrays.stream(FrequencyBand.values())
                .forEach(band -> bands.add(BandQuality.of(
                        band.title(),
                        cutOffs.stream().map(each -> each.sums(band)).toList())));
        bands.add(BandQuality.of(
                BandQuality.TOP, cutOffs.stream().map(CutOffBands::top).toList()));
        return bands;
    }
}
