package io.allegiance.crossselling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Proposes a customer's next category. Immutable. */
public interface CategoryProposer {

    /**
     * Proposes one of the categories that a customer has not bought of; empty where nothing is to be proposed.
     *
     * @param owned of which the customer ever bought, in any order; unknown ones are passed over
     */
    Optional<String> propose(List<String> owned);

    /** Returns the same without categories that are configured as not products: they are neither owned nor proposed. */
    CategoryProposer without(Collection<String> noProducts);
}
