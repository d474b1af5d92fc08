package io.allegiance.story;

import io.allegiance.scoring.ChurnBandLimits;
import io.allegiance.scoring.ChurnBands;
import io.allegiance.scoring.ChurnCounts;
import io.allegiance.scoring.NightThresholds;
import io.allegiance.scoring.ScoringPopulation;
import java.time.LocalDate;
import java.util.List;

/** The thresholds of a night over the customers of several shards: gathered in each of them, and merged. */
record MergedThresholds(NightThresholds thresholds) {

    static MergedThresholds of(List<ShardOfShop> shards, LocalDate date) {
        List<ScoringPopulation> populations =
                shards.stream().map(shard -> shard.gather(date)).toList();
        populations.subList(1, populations.size()).forEach(populations.get(0)::merge);
        NightThresholds thresholds = populations.get(0).toThresholds();
        return new MergedThresholds(thresholds.with(bands(shards, date, thresholds.churnLevel())));
    }

    private static ChurnBands bands(List<ShardOfShop> shards, LocalDate date, double level) {
        ChurnCounts counts = new ChurnCounts();
        shards.forEach(shard -> counts.merge(shard.countByChurn(date, level)));
        return ChurnBandLimits.parse("top 60 %", "top 20 %").toBands(counts);
    }
}
