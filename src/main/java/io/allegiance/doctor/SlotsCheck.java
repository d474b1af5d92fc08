package io.allegiance.doctor;

import io.allegiance.publish.Publications;
import java.util.List;
import org.springframework.stereotype.Component;

/** Room for new publications: each night takes a slot. */
@Component
final class SlotsCheck implements HealthCheck {

    private static final int FEW = 14;

    private final Publications publications;

    SlotsCheck(Publications publications) {
        this.publications = publications;
    }

    @Override
    public List<Finding> examine() {
        int free = publications.countFreeSlots();
        String mend = "allegiance maintain, as allegiance_maintainer";
        if (free == 0) {
            return List.of(Finding.fail("slots", "none is free: there is no room for a new publication", mend));
        }
        String found = free + " free: room for so many nights";
        return List.of(free <= FEW ? Finding.warn("slots", found, mend) : Finding.ok("slots", found));
    }
}
