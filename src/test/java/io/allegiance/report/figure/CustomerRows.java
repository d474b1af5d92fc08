package io.allegiance.report.figure;

import io.allegiance.history.LoyaltyFacts;
import io.allegiance.loyalty.LoyaltyScores;
import java.time.LocalDate;

/** Customers of whom only some figures matter. */
public record CustomerRows(
        String id,
        String segment,
        Long churn,
        Long valueAtRisk,
        Integer loyalty,
        String before,
        String older,
        Days days) {

    /** A customer of a segment without anything. */
    public static CustomerRows of(String id, String segment) {
        return new CustomerRows(id, segment, null, null, null, null, null, Days.NONE);
    }

    /** The history. */
    public record Days(
            LocalDate first,
            LocalDate last,
            int days,
            int days365,
            Long spend365,
            int spendDays,
            long spend,
            LoyaltyFacts.Growth growth,
            LoyaltyFacts.Incidents incidents,
            int categories,
            boolean referred) {

        static final Days NONE = new Days(
                null,
                null,
                0,
                0,
                0L,
                0,
                0,
                new LoyaltyFacts.Growth(0, 0, 0, 0),
                new LoyaltyFacts.Incidents(0, 0),
                0,
                false);
    }

    public CustomerRows churning(long millionths) {
        return new CustomerRows(id, segment, millionths, valueAtRisk, loyalty, before, older, days);
    }

    public CustomerRows atRisk(long units) {
        return new CustomerRows(id, segment, churn, units, loyalty, before, older, days);
    }

    public CustomerRows loyal(int hundredths) {
        return new CustomerRows(id, segment, churn, valueAtRisk, hundredths, before, older, days);
    }

    /** Was in a segment in the publication before. */
    public CustomerRows after(String segmentBefore) {
        return new CustomerRows(id, segment, churn, valueAtRisk, loyalty, segmentBefore, older, days);
    }

    /** Was in a segment in the older publication. */
    public CustomerRows onceIn(String olderSegment) {
        return new CustomerRows(id, segment, churn, valueAtRisk, loyalty, before, olderSegment, days);
    }

    /** Bought on so many days, all of them in the last 365, and spent so much; null for unknown. */
    public CustomerRows bought(LocalDate first, LocalDate last, int purchaseDays, Long spend) {
        return with(new Days(
                first,
                last,
                purchaseDays,
                purchaseDays,
                spend,
                spend == null ? 0 : purchaseDays,
                spend == null ? 0 : spend,
                days.growth(),
                days.incidents(),
                days.categories(),
                days.referred()));
    }

    public CustomerRows grew(LoyaltyFacts.Growth growth) {
        return with(new Days(
                days.first(),
                days.last(),
                days.days(),
                days.days365(),
                days.spend365(),
                days.spendDays(),
                days.spend(),
                growth,
                days.incidents(),
                days.categories(),
                days.referred()));
    }

    private CustomerRows with(Days other) {
        return new CustomerRows(id, segment, churn, valueAtRisk, loyalty, before, older, other);
    }

    /** The loyalty score alone; nothing is known on any dimension. */
    private LoyaltyScores loyaltyScores() {
        return loyalty == null
                ? LoyaltyScores.NONE
                : LoyaltyScores.ofHundredths(
                        loyalty,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN,
                        LoyaltyScores.UNKNOWN);
    }

    public CustomerRow row() {
        return new CustomerRow(
                id,
                new CustomerRow.Score(segment, churn, null, null, valueAtRisk, loyaltyScores(), null),
                before == null ? null : new CustomerRow.Previous(before, null),
                older,
                new CustomerRow.Past(
                        days.first(),
                        days.last(),
                        days.days(),
                        days.days365(),
                        days.spend365(),
                        days.spendDays(),
                        days.spend(),
                        days.growth(),
                        days.incidents(),
                        days.categories(),
                        days.referred()));
    }
}
