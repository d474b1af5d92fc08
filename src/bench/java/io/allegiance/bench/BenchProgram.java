package io.allegiance.bench;

import io.allegiance.bench.simulation.MeasuredNight;
import io.allegiance.platform.database.Database;
import io.allegiance.platform.database.Schema;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;

/** The started program, on which a benchmark runs. Created for its command alone. */
public final class BenchProgram {

    private final ApplicationContext context;
    private final Schema schema;
    private final Database database;

    BenchProgram(ApplicationContext context, Schema schema, Database database) {
        this.context = context;
        this.schema = schema;
        this.database = database;
    }

    /**
     * Runs a benchmark, which may take minutes to hours.
     *
     * @param ground where the program was started; it is empty
     * @param customers of the shop
     * @param trading how many of them trade; the others bought once
     * @param lengthensHistories whether to measure what longer histories cost as well
     */
    public BenchRun run(BenchGround ground, int customers, int trading, boolean lengthensHistories) {
        schema.migrate();
        ground.mark();
        BenchRun run = new Bench(context, ground.files(), customers, trading, lengthensHistories).run();
        // On an embedded database the commands use this program's server.
        database.letOthersRead();
        CommandStarts.find(ground.settings()).ifPresent(starts -> run.noteStarts(starts.measure()));
        return run;
    }

    /**
     * Measures nights step by step, for a simulation.
     *
     * @param ground where the program was started; it is empty
     * @param customers of the shop
     * @param trading how many of them trade; the others bought once
     * @param rounds nights of each number of partitions, 1..6
     */
    public List<MeasuredNight> measureNights(BenchGround ground, int customers, int trading, int rounds) {
        schema.migrate();
        ground.mark();
        return new NightMeasuring(context, ground, customers, trading, rounds).run();
    }

    /** The database's name and version. */
    public String describeServer() {
        return Bench.describeServer(context.getBean(DataSource.class));
    }
}
