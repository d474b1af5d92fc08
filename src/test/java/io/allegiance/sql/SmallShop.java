package io.allegiance.sql;

import io.allegiance.demo.DemoPlan;
import io.allegiance.demo.TradeGenerator;
import io.allegiance.testing.Commands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;

/** Three months of made-up trade: enough for a model and some nights. */
final class SmallShop {

    static final LocalDate FIRST_NIGHT = LocalDate.of(2025, 9, 1);
    static final LocalDate SECOND_NIGHT = LocalDate.of(2025, 9, 2);

    private static final LocalDate OPENING = LocalDate.of(2025, 6, 1);
    private static final TradeGenerator TRADE = new TradeGenerator(new DemoPlan(950, OPENING, SECOND_NIGHT, 7));

    private SmallShop() {}

    /** Lands the trade up to the first night, both dates inclusive. */
    static void landUpToFirstNight(Commands commands, Path folder) {
        land(commands, folder, OPENING, FIRST_NIGHT);
    }

    /** Lands the second night's trade. */
    static void landSecondNight(Commands commands, Path folder) {
        land(commands, folder, SECOND_NIGHT, SECOND_NIGHT);
    }

    private static void land(Commands commands, Path folder, LocalDate from, LocalDate to) {
        try {
            Path csv = folder.resolve("trade-" + to + ".csv");
            TRADE.writeTransactions(csv, from, to);
            commands.succeed("import", csv.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
