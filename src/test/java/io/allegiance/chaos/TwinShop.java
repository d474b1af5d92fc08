package io.allegiance.chaos;

import io.allegiance.job.NightlyRun;
import io.allegiance.retention.OldSlots;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** The same shop where nobody is killed: all nights one after the other in one JVM, each step of them in one chunk. */
final class TwinShop implements AutoCloseable {

    /** So many nights may go by before slots have to be emptied. */
    static final int SLOTS_LAST = 20;

    private static final int PUBLICATIONS_KEPT = 35;

    private final SchemaShop shop;
    private final List<Tables.Night> nights = new ArrayList<>();
    private final ConfigurableApplicationContext application;

    TwinShop(Path folder, Path file) {
        this.shop = new SchemaShop(folder);
        RetailLog.land(shop.program(), file);
        this.application = shop.program().application();
    }

    /** Gets what a night leaves behind; runs the nights up to it where they were not yet. */
    Tables.Night night(int number) {
        while (nights.size() <= number) {
            if (nights.size() % SLOTS_LAST == 0) {
                application.getBean(OldSlots.class).empty(PUBLICATIONS_KEPT, () -> {});
            }
            application.getBean(NightlyRun.class).run(RetailLog.night(nights.size()), null);
            nights.add(shop.night(RetailLog.night(nights.size())));
        }
        return nights.get(number);
    }

    @Override
    public void close() {
        application.close();
        shop.close();
    }
}
