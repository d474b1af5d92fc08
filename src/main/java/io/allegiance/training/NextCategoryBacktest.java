package io.allegiance.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * How often customers bought of the category proposed to them, at past cut-offs. It is compared with the most popular
 * category that the customer had not bought of: the most customers at the cut-off, of equal ones that whose name comes
 * first.
 *
 * @param cutOffs in order; at least one
 * @param hitRate hits by customers, all cut-offs together; in [0, 1]
 * @param popularHitRate the same of the most popular category
 */
public record NextCategoryBacktest(List<CutOff> cutOffs, double hitRate, double popularHitRate) {

    public NextCategoryBacktest {
        cutOffs = List.copyOf(cutOffs);
    }

    /** The mean over that many cut-offs. */
    public static NextCategoryBacktest of(List<CutOff> cutOffs) {
        return new NextCategoryBacktest(cutOffs, rate(cutOffs, CutOff::hits), rate(cutOffs, CutOff::popularHits));
    }

    private static double rate(List<CutOff> cutOffs, ToLongFunction<CutOff> hits) {
        long customers = cutOffs.stream().mapToLong(CutOff::customers).sum();
        return customers == 0 ? 0 : (double) cutOffs.stream().mapToLong(hits).sum() / customers;
    }

    /**
     * One cut-off.
     *
     * @param cutOff the last day of which anything was known
     * @param customers with a purchase day up to it
     * @param proposed those of them with a proposed category
     * @param hits those of them who bought of it in the H days after
     * @param popularProposed customers who had not bought of everything
     * @param popularHits those of them who bought of the most popular category that was left
     */
    public record CutOff(
            LocalDate cutOff, long customers, long proposed, long hits, long popularProposed, long popularHits) {

        /** The same in a sentence. */
        public String statement() {
            return String.format(
                    Locale.ROOT,
                    "cut-off %s: of %d customers %d bought of the category proposed, %d of the most popular one they lacked",
                    cutOff,
                    customers,
                    hits,
                    popularHits);
        }
    }
}
