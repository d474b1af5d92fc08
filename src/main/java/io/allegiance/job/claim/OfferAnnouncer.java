package io.allegiance.job.claim;

/** Tells idle workers that there are offers, where something can tell them; they find them by themselves a little later. */
@FunctionalInterface
public interface OfferAnnouncer {

    /** Announces that partitions are offered. Never fails, and never waits for long. */
    void announce();
}
