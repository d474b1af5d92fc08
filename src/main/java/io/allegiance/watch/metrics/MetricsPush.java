package io.allegiance.watch.metrics;

import io.allegiance.failure.CauseChain;
import io.allegiance.watch.Delivery;
import io.allegiance.watch.HttpPost;
import io.allegiance.watch.WebAddress;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.micrometer.registry.otlp.OtlpMetricsSender;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import io.prometheus.metrics.exporter.pushgateway.Scheme;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Pushes the metrics of a run that has ended to a Pushgateway, to a receiver of OTLP, to both or nowhere. A push that does
 * not get through in three tries is a warning and nothing more.
 *
 * <p>The registries live for one push: nothing is counted while a run works, and nothing for each item.
 */
@Component
public final class MetricsPush {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsPush.class);

    private static final Pattern STATUS = Pattern.compile("^Response code from \\S+ was (\\d+)");

    private final MetricsSettings settings;
    private final Duration patience;
    private final Delivery delivery;

    @Autowired
    public MetricsPush(MetricsSettings settings) {
        this(settings, HttpPost.PATIENCE, new Delivery());
    }

    MetricsPush(MetricsSettings settings, Duration patience, Delivery delivery) {
        this.settings = settings;
        this.patience = patience;
        this.delivery = delivery;
    }

    /** Pushes what is known of a run. */
    public void push(RunEnd end, boolean succeeded) {
        WebAddress.find(settings.pushgateway().url()).ifPresent(address -> pushToGateway(address, end, succeeded));
        WebAddress.find(settings.otlp().url()).ifPresent(address -> pushByOtlp(end, succeeded));
    }

    /** Replaces the metrics of the same names of this job and leaves its others: the last success survives a failure. */
    private void pushToGateway(URI address, RunEnd end, boolean succeeded) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new RunGauges(registry, Tags.empty()).register(end, succeeded);
        try {
            warn(delivery.attempt(() -> pushAdd(address, end.job(), registry)));
        } finally {
            registry.close();
        }
    }

    private Optional<String> pushAdd(URI address, String job, PrometheusMeterRegistry registry) {
        try {
            toGateway(address, job, registry).pushAdd();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the Pushgateway " + address.getHost() + " does not take them: " + describe(e));
        }
    }

    /** What the library says of an answer holds the address, which may hold a secret. */
    private static String describe(IOException failure) {
        Throwable root = CauseChain.of(failure).reduce(failure, (outer, inner) -> inner);
        Matcher answer = STATUS.matcher(String.valueOf(root.getMessage()));
        return answer.find()
                ? "it answers with status " + answer.group(1)
                : root.getClass().getSimpleName();
    }

    /** A redirect would be followed without the metrics, and its answer taken for one to them. */
    private static HttpURLConnection openWithoutRedirects(URL url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private static void warn(Optional<String> failure) {
        failure.ifPresent(words -> LOG.warn("the metrics were not pushed: {}", words));
    }

    private PushGateway toGateway(URI address, String job, PrometheusMeterRegistry registry) {
        String path = address.getRawPath() == null ? "" : address.getRawPath().replaceAll("/+$", "");
        PushGateway.Builder builder = PushGateway.builder()
                .registry(registry.getPrometheusRegistry())
                .format(Format.PROMETHEUS_TEXT)
                .scheme("https".equalsIgnoreCase(address.getScheme()) ? Scheme.HTTPS : Scheme.HTTP)
                .connectionFactory(MetricsPush::openWithoutRedirects)
                .address(address.getRawAuthority() + path)
                .connectionTimeout(patience)
                .readTimeout(patience)
                .job(job);
        MetricsSettings.Pushgateway gateway = settings.pushgateway();
        return (gateway.user().isBlank() ? builder : builder.basicAuth(gateway.user(), gateway.password())).build();
    }

    private void pushByOtlp(RunEnd end, boolean succeeded) {
        OtlpMeterRegistry registry = OtlpMeterRegistry.builder(new OtlpTarget(settings.otlp()))
                .clock(Clock.SYSTEM)
                .metricsSender(this::send)
                .build();
        new RunGauges(registry, Tags.of("job", end.job())).register(end, succeeded);
        registry.close();
    }

    private void send(OtlpMetricsSender.Request request) {
        Map<String, String> headers = new HashMap<>(request.getHeaders());
        headers.put("Content-Type", "application/x-protobuf");
        URI address = URI.create(request.getAddress());
        warn(delivery.attempt(() -> new HttpPost(patience).send(address, headers, request.getMetricsData())));
    }
}
