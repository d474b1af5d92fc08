package io.allegiance.crossselling;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link CategoryProposer} proposes, remembered: many customers own the same categories, and histories that are read one after
 * another hold them as one list. For one thread.
 */
public final class ProposalCache {

    private static final int MOST = 10_000;

    private final CategoryProposer proposer;
    private final Map<List<String>, Optional<String>> known = new IdentityHashMap<>();

    public ProposalCache(CategoryProposer proposer) {
        this.proposer = proposer;
    }

    /** As {@link CategoryProposer#propose}, of a list that does not change. */
    public Optional<String> propose(List<String> owned) {
        Optional<String> proposal = known.get(owned);
        if (proposal == null) {
            proposal = proposer.propose(owned);
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(owned, proposal);
        }
        return proposal;
    }
}
