package io.allegiance.training;

import io.allegiance.crossselling.ProposalMethod;
import io.allegiance.decision.DecisionKind;
import io.allegiance.decision.DecisionLog;
import io.allegiance.decision.NewDecision;
import io.allegiance.failure.AttentionException;
import io.allegiance.hash.HashFunction;
import io.allegiance.platform.Json;
import io.allegiance.platform.sql.Sql;
import io.allegiance.scoring.ScoringModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The trained models. A model's version is its as-of date and a hash of its content, never a serial number. Nights use
 * the newest usable one that knows of no later day; those that the gate held back or that a promotion set aside are
 * KEPT.
 */
@Repository
public final class ModelRegistry {

    private static final int HASH_DIGITS = 12;
    private static final String ACTIVE = "ACTIVE";
    private static final String SUPERSEDED = "SUPERSEDED";

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final DecisionLog decisions;

    ModelRegistry(JdbcClient jdbc, TransactionOperations transaction, DecisionLog decisions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.decisions = decisions;
    }

    /**
     * A registered model.
     *
     * @param state ACTIVE: the next night uses it, at most one model; SUPERSEDED: only nights of dates before the as-of date of
     *     a newer one use it; KEPT: no night does
     * @param decision why
     * @param comparison the figures behind it; null where there was nothing to compare with
     * @param promotion the override of the gate; null without one
     */
    public record Registered(
            String version,
            String state,
            TrainedModel model,
            @Nullable String decision,
            GateDecision.@Nullable Comparison comparison,
            @Nullable Promotion promotion) {

        /**
         * Returns the model as scoring uses it.
         *
         * @param nextCategory how the next category is proposed
         */
        public ScoringModel toScoringModel(ProposalMethod nextCategory) {
            return model.toScoringModel(version, nextCategory);
        }

        /** Returns whether nights may use it, from its as-of date to that of a newer one. */
        boolean isUsable() {
            return state.equals(ACTIVE) || state.equals(SUPERSEDED);
        }

        private Registered seenBeside(@Nullable String newestActive) {
            return state.equals(ACTIVE) && !version.equals(newestActive)
                    ? new Registered(version, SUPERSEDED, model, decision, comparison, promotion)
                    : this;
        }
    }

    /** Who promoted a model, why, and when in UTC. */
    public record Promotion(String by, String reason, LocalDateTime at) {}

    /**
     * Registers a model. A model that is registered already becomes the newest of its date again; an active one stays
     * active, whatever the decision.
     *
     * @return its version
     */
    public String register(TrainedModel model, GateDecision decision) {
        String document = ModelDocument.write(model);
        String version = model.asOf() + "-" + HashFunction.MD5.hex(document).substring(0, HASH_DIGITS);
        String comparison = decision.comparison() == null ? null : Json.write(decision.comparison());
        jdbc.sql(Sql.get("training/insert_model"))
                .params(version, model.asOf(), model.codeVersion(), document, decision.statement())
                .param(comparison)
                .update();
        if (decision.active()) {
            jdbc.sql(Sql.get("training/activate"))
                    .param(decision.statement())
                    .param(comparison)
                    .param(version)
                    .update();
        }
        jdbc.sql(Sql.get("training/move_to_newest")).param(version).update();
        return version;
    }

    /**
     * Makes a model the active one for nights from its as-of date on, regardless of the gate; newer active ones are
     * kept for the record.
     *
     * @return the model with its new state; empty where no model has that version
     */
    public Optional<Registered> promote(String version, String by, String reason) {
        transaction.executeWithoutResult(status -> {
            int promoted = jdbc.sql(Sql.get("training/promote"))
                    .params(by, reason, version)
                    .update();
            if (promoted > 0) {
                decisions.append(new NewDecision(DecisionKind.PROMOTE, version, null, by, reason));
            }
            jdbc.sql(Sql.get("training/deactivate_newer"))
                    .params(version, "Set aside when " + version + " was promoted.")
                    .update();
        });
        return find(version);
    }

    /**
     * Finds the newest usable model whose as-of date is not after the date given.
     *
     * @throws AttentionException when a newer program made it
     */
    public Optional<Registered> findActive(LocalDate upTo) {
        return jdbc.sql(Sql.get("training/find_active"))
                .param(upTo)
                .query(ModelRegistry::toRegistered)
                .optional()
                .map(this::seen);
    }

    /**
     * The horizons of a model, without the rest of it.
     *
     * @param days H, then the further horizons
     */
    record Horizons(String version, List<Integer> days) {

        Horizons {
            days = List.copyOf(days);
        }
    }

    /** Finds the horizons of that model; empty where a newer program made it as well. */
    Optional<Horizons> findActiveHorizons(LocalDate upTo) {
        return jdbc.sql(Sql.get("training/find_active"))
                .param(upTo)
                .query((row, number) -> Map.entry(row.getString("model_version"), row.getString("document")))
                .optional()
                .flatMap(model ->
                        ModelDocument.findHorizons(model.getValue()).map(days -> new Horizons(model.getKey(), days)));
    }

    /** Finds the version of that model. */
    public Optional<String> findActiveVersion(LocalDate upTo) {
        return jdbc.sql(Sql.get("training/find_active"))
                .param(upTo)
                .query((row, number) -> row.getString("model_version"))
                .optional();
    }

    /** Finds the newest of those models that this program can read. */
    public Optional<Registered> findUsable(LocalDate upTo) {
        return list().stream()
                .filter(model -> model.isUsable() && !model.model().asOf().isAfter(upTo))
                .reduce((earlier, later) -> later);
    }

    /** Finds the model of an as-of date that was registered last, active or not. */
    public Optional<Registered> findNewestOf(LocalDate asOf) {
        return jdbc.sql(Sql.get("training/find_newest_of_date"))
                .param(asOf)
                .query(ModelRegistry::toRegistered)
                .optional()
                .map(this::seen);
    }

    /**
     * Returns a model by its version.
     *
     * @throws IllegalStateException when no model has that version
     * @throws AttentionException when a newer program made it
     */
    public Registered get(String version) {
        return find(version).orElseThrow(() -> new IllegalStateException("there is no model " + version));
    }

    /** Finds a model by its version. */
    public Optional<Registered> find(String version) {
        return jdbc.sql(Sql.get("training/get_model"))
                .param(version)
                .query(ModelRegistry::toRegistered)
                .optional()
                .map(this::seen);
    }

    /** Lists the models that this program can use, oldest as-of date first. */
    public List<Registered> list() {
        List<Registered> models = new ArrayList<>();
        String newest = findNewestActive().orElse(null);
        jdbc.sql(Sql.get("training/list_models")).query(row -> {
            if (!ModelDocument.isNewer(row.getString("document"))) {
                models.add(toRegistered(row, models.size()).seenBeside(newest));
            }
        });
        return models;
    }

    /** Lists the versions of the others, which a newer program made. */
    public List<String> listNewer() {
        return jdbc
                .sql(Sql.get("training/list_models"))
                .query((row, number) ->
                        ModelDocument.isNewer(row.getString("document")) ? row.getString("model_version") : "")
                .list()
                .stream()
                .filter(version -> !version.isEmpty())
                .toList();
    }

    private Registered seen(Registered stored) {
        return stored.seenBeside(findNewestActive().orElse(null));
    }

    /**
     * All models that nights may use are stored as ACTIVE, because nights of earlier dates need the earlier ones. The newest of
     * them is the one that the next night uses.
     */
    private Optional<String> findNewestActive() {
        return jdbc.sql(Sql.get("training/find_newest_active"))
                .query(String.class)
                .optional();
    }

    private static Registered toRegistered(ResultSet row, int number) throws SQLException {
        String version = row.getString("model_version");
        String comparison = row.getString("comparison");
        String promotedBy = row.getString("promoted_by");
        return new Registered(
                version,
                row.getString("state"),
                ModelDocument.read(version, row.getString("document")),
                row.getString("decision"),
                comparison == null ? null : Json.read(comparison, GateDecision.Comparison.class),
                promotedBy == null
                        ? null
                        : new Promotion(
                                promotedBy,
                                row.getString("promoted_reason"),
                                row.getObject("promoted_at", LocalDateTime.class)));
    }
}
