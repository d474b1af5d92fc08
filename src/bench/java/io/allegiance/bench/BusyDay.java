package io.allegiance.bench;

import io.allegiance.demo.DemoPlan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A day on which a quarter of the customers buy, on the next day another quarter, four lines each: as many lines as there are
 * customers who trade.
 */
final class BusyDay {

    private static final int LINES = 4;
    private static final int SECONDS_OF_A_DAY = 86_400;

    private final BenchPlan plan;
    private final LocalDate day;

    BusyDay(BenchPlan plan, LocalDate day) {
        this.plan = plan;
        this.day = day;
    }

    void write(Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("transaction_id,line_key,customer_id,occurred_at,type,amount,quantity,discount,category,product,store,"
                    + "channel\n");
            for (DemoPlan slice : plan.slices()) {
                for (int customer = firstOfDay(); customer < slice.customers(); customer += LINES) {
                    writeBasket(out, slice.firstNumber() + customer + 1);
                }
            }
        }
    }

    private int firstOfDay() {
        return Math.floorMod(day.toEpochDay(), LINES);
    }

    private void writeBasket(BufferedWriter out, int customer) throws IOException {
        int second = customer % SECONDS_OF_A_DAY;
        String receipt = "%s-B%08d".formatted(day, customer);
        String time = "%sT%02d:%02d:%02d".formatted(day, second / 3_600, second / 60 % 60, second % 60);
        for (int line = 1; line <= LINES; line++) {
            out.write(String.format(
                    Locale.ROOT,
                    "%s,%d,C%06d,%s,PURCHASE,%d.%02d,1,0.00,category %d,product %d,store 1,store\n",
                    receipt,
                    line,
                    customer,
                    time,
                    1 + customer % 90,
                    customer % 100,
                    (customer + line) % 12,
                    (customer * line) % 500));
        }
    }
}
