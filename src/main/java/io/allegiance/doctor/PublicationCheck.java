package io.allegiance.doctor;

import io.allegiance.publish.Publication;
import io.allegiance.publish.Publications;
import java.util.List;
import org.springframework.stereotype.Component;

/** The publication that readers see, and until when it is good. */
@Component
final class PublicationCheck implements HealthCheck {

    private final Publications publications;
    private final CheckClock tonight;

    PublicationCheck(Publications publications, CheckClock tonight) {
        this.publications = publications;
        this.tonight = tonight;
    }

    @Override
    public List<Finding> examine() {
        return List.of(publications
                .findCurrent()
                .map(this::examine)
                .orElseGet(() -> Finding.ok("publication", "nothing is published yet")));
    }

    private Finding examine(Publication current) {
        String found = "readers see " + current.scoreDate() + ", good until " + tonight.describe(current.goodUntil());
        return current.goodUntil().isBefore(tonight.utc())
                ? Finding.warn(
                        "publication",
                        found + ": that is over",
                        "allegiance nightly --date " + current.scoreDate().plusDays(1))
                : Finding.ok("publication", found);
    }
}
