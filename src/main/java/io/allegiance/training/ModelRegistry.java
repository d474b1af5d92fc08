package io.allegiance.training;

import io.allegiance.platform.Json;
import io.allegiance.platform.Sql;
import io.allegiance.scoring.ScoringModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trained models. A model's version is its as-of date and a hash of its content, never a serial number. */
@Repository
public final class ModelRegistry {

    private static final int HASH_DIGITS = 12;

    private final JdbcClient jdbc;

    ModelRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A registered model. */
    public record Registered(String version, String state, TrainedModel model) {

        /** Gets what scores are computed with. */
        public ScoringModel toScoringModel() {
            return model.toScoringModel(version);
        }
    }

    /**
     * Registers a model as the active one of its date; the same model again is only made the newest again.
     *
     * @return its version
     */
    public String register(TrainedModel model) {
        String document = Json.write(model);
        String version = model.asOf() + "-" + Json.hash(document).substring(0, HASH_DIGITS);
        jdbc.sql(Sql.get("model/insert_model"))
                .params(version, model.asOf(), "ACTIVE", model.codeVersion(), document)
                .update();
        jdbc.sql(Sql.get("model/make_newest")).param(version).update();
        return version;
    }

    /** Finds the newest active model whose as-of date is not after the date given. */
    public Optional<Registered> findActive(LocalDate upTo) {
        return jdbc.sql(Sql.get("model/find_active"))
                .param(upTo)
                .query(ModelRegistry::toRegistered)
                .optional();
    }

    /**
     * Gets a model by its version.
     *
     * @throws IllegalStateException when there is none
     */
    public Registered get(String version) {
        return find(version).orElseThrow(() -> new IllegalStateException("there is no model " + version));
    }

    /** Finds a model by its version. */
    public Optional<Registered> find(String version) {
        return jdbc.sql(Sql.get("model/get_model"))
                .param(version)
                .query(ModelRegistry::toRegistered)
                .optional();
    }

    /** Lists all models, oldest as-of date first. */
    public List<Registered> list() {
        return jdbc.sql(Sql.get("model/list_models"))
                .query(ModelRegistry::toRegistered)
                .list();
    }

    private static Registered toRegistered(ResultSet row, int number) throws SQLException {
        return new Registered(
                row.getString("model_version"),
                row.getString("state"),
                Json.read(row.getString("document"), TrainedModel.class));
    }
}
