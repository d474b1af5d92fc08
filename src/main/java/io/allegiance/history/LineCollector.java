package io.allegiance.history;

import io.allegiance.customer.CustomerOrder;
import io.allegiance.intake.line.TransactionLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Folds lines that come in any order into the days of each customer, in memory: about 110 bytes a customer's day
 * and 8 for each further product. For one thread.
 */
public final class LineCollector {

    private final Map<String, Days> customers = new HashMap<>();

    /** Adds a line of a customer, its days in the reporting currency. */
    public void collectLine(TransactionLine line) {
        customers
                .computeIfAbsent(line.customerId(), id -> new Days())
                .day(Math.toIntExact(line.occurredAt().toLocalDate().toEpochDay()))
                .addLine(line);
    }

    /** Passes the customers to the consumer in the order of their ids, and keeps none. */
    public void drain(Consumer<CustomerDays> to) {
        List<String> ids = new ArrayList<>(customers.keySet());
        ids.sort(CustomerOrder::compare);
        for (String id : ids) {
            Days days = customers.remove(id);
            if (days != null) {
                to.accept(days.toCustomerDays(id));
            }
        }
    }

    /** The days of one customer, ascending. */
    private static final class Days {

        private int[] dates = new int[2];
        private CollectedDay[] days = new CollectedDay[2];
        private int count;

        /** Lines mostly come in order of time, so most days are found or put at the end. */
        CollectedDay day(int date) {
            if (count > 0 && dates[count - 1] == date) {
                return days[count - 1];
            }
            int found = count == 0 || dates[count - 1] < date ? -count - 1 : Arrays.binarySearch(dates, 0, count, date);
            return found >= 0 ? days[found] : insert(-found - 1, date);
        }

        private CollectedDay insert(int at, int date) {
            if (count == dates.length) {
                dates = Arrays.copyOf(dates, 2 * count);
                days = Arrays.copyOf(days, 2 * count);
            }
            System.arraycopy(dates, at, dates, at + 1, count - at);
            System.arraycopy(days, at, days, at + 1, count - at);
            dates[at] = date;
            days[at] = new CollectedDay();
            count++;
            return days[at];
        }

        CustomerDays toCustomerDays(String id) {
            return Arrays.stream(days, 0, count).anyMatch(CollectedDay::hasReturns)
                    ? CustomerDays.of(id, list(CollectedDay::toTradeDay))
                    : new CustomerDays(id, list(CollectedDay::toHistoryDay));
        }

        private <D> List<D> list(BiFunction<CollectedDay, LocalDate, D> toDay) {
            List<D> list = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                list.add(toDay.apply(days[i], LocalDate.ofEpochDay(dates[i])));
            }
            return list;
        }
    }
}
