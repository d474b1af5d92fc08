package io.allegiance.crossselling;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@link CategoryLift} proposes, remembered: many customers own the same categories, and histories that are read one after
 * another hold them as one list. For one thread.
 */
public final class ProposalCache {

    private static final int MOST = 10_000;

    private final CategoryLift lift;
    private final Map<List<String>, Optional<String>> known = new IdentityHashMap<>();

    public ProposalCache(CategoryLift lift) {
        this.lift = lift;
    }

    /** As {@link CategoryLift#propose}, of a list that does not change. */
    public Optional<String> propose(List<String> owned) {
        Optional<String> proposal = known.get(owned);
        if (proposal == null) {
            proposal = lift.propose(owned);
            if (known.size() == MOST) {
                known.clear();
            }
            known.put(owned, proposal);
        }
        return proposal;
    }
}
