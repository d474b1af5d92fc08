package io.allegiance.story;

import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.testing.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/** A made-up shop whose tills hand over one file for each span of days. */
final class Shop {

    private final TradeGenerator trade;
    private final Path folder;

    Shop(int customers, LocalDate firstDay, LocalDate lastDay, Path folder) {
        this.trade = new TradeGenerator(new DemoPlan(customers, firstDay, lastDay, 7));
        this.folder = folder;
    }

    /** Writes the lines of a span into a file. */
    Path file(LocalDate from, LocalDate to) {
        try {
            Path csv = folder.resolve("till-" + from + "-" + to + ".csv");
            trade.writeTransactions(csv, from, to);
            return csv;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lands the lines of a span. */
    void land(Commands commands, LocalDate from, LocalDate to) {
        commands.succeed("import", file(from, to).toString());
    }

    /** The customers who are named in a file, anonymous sales left out. */
    static Set<String> customers(Path csv) {
        try {
            Set<String> customers = new TreeSet<>();
            Files.readAllLines(csv).stream()
                    .skip(1)
                    .map(line -> line.split(",", 4)[2])
                    .filter(customer -> !customer.isEmpty())
                    .forEach(customers::add);
            return customers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the lines of a file below its header. */
    static long lines(Path csv) {
        try {
            return Files.readAllLines(csv).size() - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of lines of its own, in the columns of the tills. */
    Path correction(String name, String... lines) {
        try {
            return Files.writeString(
                    folder.resolve(name),
                    "transaction_id,line_key,customer_id,occurred_at,type,amount\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
