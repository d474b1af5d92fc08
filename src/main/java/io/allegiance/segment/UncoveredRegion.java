package io.allegiance.segment;

import java.util.List;
import java.util.Optional;

/**
 * Finds customers that no rule covers, by cutting boxes until each piece is inside a rule or disjoint from all rules.
 */
final class UncoveredRegion {

    /** Beyond it a file is refused; the rules that people write need some hundreds. It is a matter of a second. */
    private static final int MOST_PIECES = 1_000_000;

    private int pieces;

    /**
     * Finds a part of a box that meets none of others.
     *
     * @throws IllegalArgumentException with the reason, when boxes have been cut into too many pieces
     */
    Optional<FactBox> findOutside(FactBox box, List<FactBox> others) {
        if (others.stream().anyMatch(box::isWithin)) {
            return Optional.empty();
        }
        for (int i = 0; i < others.size(); i++) {
            if (box.meets(others.get(i))) {
                return findOutside(box.without(others.get(i)), others.subList(i + 1, others.size()));
            }
        }
        return Optional.of(box);
    }

    private Optional<FactBox> findOutside(List<FactBox> boxes, List<FactBox> others) {
        pieces += boxes.size();
        if (pieces > MOST_PIECES) {
            throw new IllegalArgumentException("the rules cut the customers into more than " + MOST_PIECES
                    + " pieces, too many to check; ask about fewer fields in a rule, or use the same ends in several");
        }
        for (FactBox box : boxes) {
            Optional<FactBox> outside = findOutside(box, others);
            if (outside.isPresent()) {
                return outside;
            }
        }
        return Optional.empty();
    }
}
