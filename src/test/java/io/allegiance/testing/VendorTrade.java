package io.allegiance.testing;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Made-up trade of a shop in Berlin over a year, with guests, two currencies, discounts of whole orders, refunds, cancelled
 * and test orders; {@link VendorExports} writes it as vendors do.
 *
 * @param orders in the order of their times
 */
public record VendorTrade(List<Order> orders) {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime START = LocalDateTime.of(2024, 6, 1, 9, 0);
    private static final int MINUTES = 365 * 24 * 60;
    private static final List<String> NAMES = List.of("Cup", "Pot, large", "Kettle \"Duo\"", "K\u00e4nnchen", "Tray");

    /** What becomes of an order. */
    public enum Fate {
        PAID,
        CANCELLED,
        TEST,
        REFUNDED_IN_PART,
        REFUNDED
    }

    /**
     * @param email empty for a guest who gave none
     * @param time in Berlin
     * @param discount off the sum of the items, in cents
     * @param refund in cents; 0 for none
     */
    public record Order(
            int number,
            String email,
            LocalDateTime time,
            String currency,
            Fate fate,
            long discount,
            long refund,
            List<Item> items) {

        /** The same order in an export that does not say who bought. */
        Order anonymous() {
            return new Order(number, "", time, currency, fate, discount, refund, items);
        }

        long gross() {
            return items.stream().mapToLong(Item::gross).sum();
        }

        long net() {
            return gross() - discount;
        }

        String utc(String pattern) {
            return at(ZoneOffset.UTC, pattern);
        }

        String local(String pattern) {
            return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
        }

        String at(ZoneId zone, String pattern) {
            return time.atZone(BERLIN)
                    .withZoneSameInstant(zone)
                    .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
        }

        boolean counts() {
            return fate != Fate.CANCELLED && fate != Fate.TEST;
        }
    }

    /** @param price of one, in cents */
    public record Item(String name, int quantity, long price) {
        long gross() {
            return quantity * price;
        }
    }

    /** Makes trade of a vendor; the seed tells the vendors apart. */
    static VendorTrade of(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Order> orders = new ArrayList<>();
        long minute = 0;
        for (int number = 1001; ; number++) {
            minute += random.nextLong(20, 4_000);
            if (minute >= MINUTES) {
                return new VendorTrade(orders);
            }
            orders.add(order(random, number, real(START.plusMinutes(minute).plusSeconds(number % 60)), seed));
        }
    }

    /** The time that clocks in Berlin show; the hour that is skipped in spring is none. */
    static LocalDateTime real(LocalDateTime time) {
        return time.atZone(BERLIN).toLocalDateTime();
    }

    private static Order order(SplittableRandom random, int number, LocalDateTime time, int seed) {
        List<Item> items = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            items.add(new Item(
                    NAMES.get(random.nextInt(NAMES.size())), random.nextInt(1, 4), random.nextLong(199, 9_999)));
        }
        long gross = items.stream().mapToLong(Item::gross).sum();
        int kind = random.nextInt(20);
        Fate fate = kind == 0
                ? Fate.CANCELLED
                : kind == 1 ? Fate.TEST : kind == 2 ? Fate.REFUNDED : kind == 3 ? Fate.REFUNDED_IN_PART : Fate.PAID;
        long discount = random.nextInt(4) == 0 ? gross / 7 : 0;
        long refund =
                fate == Fate.REFUNDED ? gross - discount : fate == Fate.REFUNDED_IN_PART ? (gross - discount) / 3 : 0;
        int customer = random.nextInt(25);
        String email =
                customer == 0 ? "" : (customer % 3 == 0 ? "Buyer" : "buyer") + customer + "." + seed + "@Example.com";
        return new Order(number, email, time, random.nextInt(8) == 0 ? "USD" : "EUR", fate, discount, refund, items);
    }
}
