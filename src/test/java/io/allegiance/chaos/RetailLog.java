package io.allegiance.chaos;

import io.allegiance.testing.SharedData;
import java.nio.file.Path;
import java.time.LocalDate;

/** Two years of a real shop, of all its customers or of one in so many, and the nights that are run on them. */
final class RetailLog {

    private static final String FILE = "online_retail_ii.csv.gz";
    private static final LocalDate TRAINED = LocalDate.of(2011, 8, 30);

    private static final String PART_BEGINS = "2011-03-01";

    /** So many nights follow the first until the log ends; on none of them is a weekday without its trade, nor with one customer in six. */
    static final int NIGHTS = 100;

    private RetailLog() {}

    /** Writes the last nine months of one customer in so many; all of them are the file itself. */
    static Path file(int oneIn, Path folder) {
        if (oneIn == 1) {
            return SharedData.path(FILE);
        }
        return SharedData.part(FILE, folder.resolve("retail-" + oneIn + ".csv"), line -> {
            String[] cells = line.split(",", 3);
            return Integer.parseInt(cells[0]) % oneIn == 0 && cells[1].compareTo(PART_BEGINS) >= 0;
        });
    }

    /** Lands the log, trains a model and publishes the night before the first. */
    static void land(Program program, Path file) {
        program.runWell("import", file.toString());
        program.train(TRAINED);
        program.runWell("nightly", "--date", TRAINED.plusDays(1).toString());
    }

    /** The date of a night, counted from 0. */
    static LocalDate night(int number) {
        return TRAINED.plusDays(2L + number);
    }
}
