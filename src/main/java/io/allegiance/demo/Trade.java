package io.allegiance.demo;

import java.util.Arrays;
import java.util.stream.LongStream;

/** All visits of a plan, in the order of their days. The basket of a visit is drawn when it is written. */
final class Trade {

    private static final int HABITS = 1;
    private static final int VISITS = 2;
    private static final int BASKET = 3;
    private static final int AFTERWARDS = 4;
    private static final int ANONYMOUS = 5;
    private static final int FIRST_VISIT = 6;

    private static final double RETURNS = 0.04;
    private static final double RETURNS_ONLY = 0.004;
    private static final int RETURN_WITHIN_DAYS = 20;
    private static final double ANONYMOUS_A_DAY = 0.002;

    private final DemoPlan plan;
    private final int[] firstVisits;
    private final long[] visits;

    Trade(DemoPlan plan) {
        this.plan = plan;
        this.firstVisits = new int[plan.customers()];
        LongStream.Builder found = LongStream.builder();
        for (int customer = 0; customer < plan.customers(); customer++) {
            addCustomer(customer, found);
        }
        addAnonymous(found);
        this.visits = found.build().toArray();
        Arrays.sort(visits);
    }

    /** Visits from one day of the plan to another, both included. */
    LongStream visits(int from, int to) {
        return Arrays.stream(visits, firstFrom(from), firstFrom(to + 1));
    }

    /** The day of a customer's first visit. */
    int firstVisit(int customer) {
        return firstVisits[customer];
    }

    boolean isAnonymous(int customer) {
        return customer >= plan.customers();
    }

    /** The basket of a visit. */
    Receipt receipt(int customer, int purchaseDay) {
        return shopper(customer).receipt(new Draw(plan.seed(), BASKET, customer, purchaseDay));
    }

    private Shopper shopper(int customer) {
        return new Shopper(new Draw(plan.seed(), HABITS, customer));
    }

    private void addCustomer(int customer, LongStream.Builder found) {
        Draw draw = new Draw(plan.seed(), VISITS, customer);
        firstVisits[customer] = drawFirstVisit(new Draw(plan.seed(), FIRST_VISIT, customer));
        if (draw.chance(RETURNS_ONLY)) {
            found.add(new Visit(firstVisits[customer], customer, Visit.LONG_AGO).packed());
            return;
        }
        shopper(customer).visit(plan, firstVisits[customer], draw, day -> {
            found.add(new Visit(day, customer, 0).packed());
            addReturn(day, customer, found);
        });
    }

    /** Two in five were customers before and show up in the first weeks; the others join over the whole time. */
    private int drawFirstVisit(Draw draw) {
        boolean customerBefore = draw.chance(0.4);
        while (true) {
            double time = customerBefore ? draw.exponential(18) : draw.uniform() * plan.days();
            if (time < plan.days() && draw.chance(Season.weight(plan.date((int) time)) / Season.BUSIEST)) {
                return (int) time;
            }
        }
    }

    private void addReturn(int day, int customer, LongStream.Builder found) {
        Draw draw = new Draw(plan.seed(), AFTERWARDS, customer, day);
        int back = day + 1 + draw.below(RETURN_WITHIN_DAYS);
        if (draw.chance(RETURNS) && back < plan.days() && Season.weight(plan.date(back)) > 0) {
            found.add(new Visit(back, customer, back - day).packed());
        }
    }

    private void addAnonymous(LongStream.Builder found) {
        int next = plan.customers();
        for (int day = 0; day < plan.days(); day++) {
            double expected = plan.customers() * ANONYMOUS_A_DAY * Season.weight(plan.date(day));
            int count = (int) (expected + new Draw(plan.seed(), ANONYMOUS, day).uniform());
            for (int sale = 0; sale < count; sale++) {
                found.add(new Visit(day, next++, 0).packed());
            }
        }
    }

    private int firstFrom(int day) {
        int at = Arrays.binarySearch(visits, new Visit(day, 0, 0).packed());
        return at < 0 ? -at - 1 : at;
    }
}
