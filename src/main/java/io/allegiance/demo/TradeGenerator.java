package io.allegiance.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the trade of a shop that never was, as files that {@code import} lands: customers who come at rates of their
 * own and some day no more, busy Saturdays and a busy Advent, categories that go together, favourites bought again,
 * discounts, returns and anonymous sales; referrals; and service incidents.
 *
 * <p>Equal plans give equal bytes, and the files of two spans together hold the lines of the file of both spans.
 */
public final class TradeGenerator {

    private static final String TRANSACTIONS =
            "transaction_id,line_key,customer_id,occurred_at,type,amount,quantity,discount,category,product,store,channel\n";
    private static final String REFERRALS = "referrer_customer_id,referred_customer_id,referred_on\n";
    private static final String INCIDENTS = "incident_id,customer_id,occurred_at,kind\n";

    private static final List<String> INCIDENT_KINDS = List.of("LATE_DELIVERY", "DAMAGED", "COMPLAINT");
    private static final double INCIDENT = 0.02;
    private static final double REFERRED = 0.08;
    private static final int INCIDENT_DRAW = 101;
    private static final int REFERRAL_DRAW = 102;
    private static final int NOON = 12 * 60 * 60;

    private final DemoPlan plan;
    private final Trade trade;

    public TradeGenerator(DemoPlan plan) {
        this.plan = plan;
        this.trade = new Trade(plan);
    }

    /**
     * Writes the receipt lines of a span, header first, in the order of their dates.
     *
     * @param from the first date, not before the plan's
     * @param to the last date, not after the plan's
     * @return how many lines there are below the header
     */
    public long writeTransactions(Path csv, LocalDate from, LocalDate to) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            out.write(TRANSACTIONS);
            return trade.visits(day(from), day(to))
                    .map(packed -> writeVisit(out, Visit.of(packed)))
                    .sum();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Writes the referrals of a span, as {@link #writeTransactions} does. */
    public long writeReferrals(Path csv, LocalDate from, LocalDate to) throws IOException {
        int first = day(from);
        int last = day(to);
        List<String> lines = IntStream.range(1, plan.customers())
                .filter(customer -> trade.firstVisit(customer) >= first && trade.firstVisit(customer) <= last)
                .boxed()
                .sorted(Comparator.comparingInt(trade::firstVisit))
                .map(this::referral)
                .filter(line -> !line.isEmpty())
                .toList();
        write(csv, REFERRALS, lines);
        return lines.size();
    }

    /** Writes what went wrong in a span, as {@link #writeTransactions} does. */
    public long writeIncidents(Path csv, LocalDate from, LocalDate to) throws IOException {
        List<String> lines = new ArrayList<>();
        trade.visits(day(from), day(to)).mapToObj(Visit::of).forEach(visit -> addIncident(visit, lines));
        write(csv, INCIDENTS, lines);
        return lines.size();
    }

    private long writeVisit(BufferedWriter out, Visit visit) {
        Receipt receipt = trade.receipt(visit.customer(), visit.purchaseDay());
        int count = visit.isReturn() ? 1 : receipt.lines().size();
        try {
            for (int line = 0; line < count; line++) {
                out.write(line(visit, receipt, line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    private String line(Visit visit, Receipt receipt, int number) {
        Receipt.Line line = receipt.lines().get(number);
        int second = visit.isReturn() ? NOON + receipt.secondOfDay() % 3_600 : receipt.secondOfDay();
        return String.join(
                ",",
                transactionId(visit),
                Integer.toString(number + 1),
                trade.isAnonymous(visit.customer()) ? "" : customerId(visit.customer()),
                timestamp(visit.day(), second),
                visit.isReturn() ? "RETURN" : "PURCHASE",
                money(line.paid()),
                Integer.toString(line.quantity()),
                visit.isReturn() ? "" : money(line.discount()),
                Catalogue.CATEGORIES.get(line.category()),
                Catalogue.product(line.category(), line.product()),
                receipt.store(),
                receipt.channel() + "\n");
    }

    /** Brought by one of the earlier customers, or an empty text for most. */
    private String referral(int customer) {
        Draw draw = new Draw(plan.seed(), REFERRAL_DRAW, customer);
        int referrer = draw.below(plan.customers());
        boolean earlier = trade.firstVisit(referrer) < trade.firstVisit(customer);
        if (!draw.chance(REFERRED) || !earlier) {
            return "";
        }
        return customerId(referrer) + "," + customerId(customer) + "," + plan.date(trade.firstVisit(customer)) + "\n";
    }

    private void addIncident(Visit visit, List<String> lines) {
        Draw draw = new Draw(plan.seed(), INCIDENT_DRAW, visit.customer(), visit.day());
        if (visit.isReturn() || trade.isAnonymous(visit.customer()) || !draw.chance(INCIDENT)) {
            return;
        }
        String kind = INCIDENT_KINDS.get(draw.below(INCIDENT_KINDS.size()));
        lines.add(String.join(
                ",",
                "I" + transactionId(visit),
                customerId(visit.customer()),
                timestamp(visit.day(), 20 * 3_600 + draw.below(3_600)),
                kind + "\n"));
    }

    private static void write(Path csv, String header, List<String> lines) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            out.write(header);
            for (String line : lines) {
                out.write(line);
            }
        }
    }

    private int day(LocalDate date) {
        if (date.isBefore(plan.firstDay()) || date.isAfter(plan.lastDay())) {
            throw new IllegalArgumentException("generated trade runs from %s to %s; %s is outside"
                    .formatted(plan.firstDay(), plan.lastDay(), date));
        }
        return (int) ChronoUnit.DAYS.between(plan.firstDay(), date);
    }

    private String transactionId(Visit visit) {
        String id =
                plan.date(Math.max(0, visit.purchaseDay())) + "-" + padded(plan.firstNumber() + visit.customer(), 7);
        return visit.isReturn() ? id + "-R" : id;
    }

    private String customerId(int customer) {
        return "C" + padded(plan.firstNumber() + customer + 1, 6);
    }

    private String timestamp(int day, int secondOfDay) {
        return plan.date(day) + "T" + padded(secondOfDay / 3_600, 2) + ":" + padded(secondOfDay / 60 % 60, 2) + ":"
                + padded(secondOfDay % 60, 2);
    }

    private static String money(int cents) {
        return cents / 100 + "." + padded(cents % 100, 2);
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
