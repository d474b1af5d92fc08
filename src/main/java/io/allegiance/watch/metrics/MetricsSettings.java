package io.allegiance.watch.metrics;

import io.allegiance.watch.WebAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The receivers of metrics at the end of a run ({@code allegiance.metrics.*}, in {@code jobs/watch.yaml}).
 *
 * @param pushgateway a Prometheus Pushgateway
 * @param otlp a receiver of OTLP over HTTP
 */
@ConfigurationProperties("allegiance.metrics")
public record MetricsSettings(
        @DefaultValue Pushgateway pushgateway, @DefaultValue Otlp otlp) {

    /**
     * A Pushgateway.
     *
     * @param url its address, such as http://pushgateway:9091; empty for none
     * @param user for basic authentication; empty for none
     * @param password of that user
     */
    public record Pushgateway(
            @DefaultValue("") String url,
            @DefaultValue("") String user,
            @DefaultValue("") String password) {

        public Pushgateway {
            WebAddress.check("allegiance.metrics.pushgateway.url", url);
        }

        @Override
        public String toString() {
            return "Pushgateway";
        }
    }

    /**
     * A receiver of OTLP.
     *
     * @param url its address in full, such as http://collector:4318/v1/metrics; empty for none
     * @param headers of each request, as OTEL_EXPORTER_OTLP_HEADERS has them: name=value, with commas between
     */
    public record Otlp(
            @DefaultValue("") String url, @DefaultValue("") String headers) {

        public Otlp {
            WebAddress.check("allegiance.metrics.otlp.url", url);
            parse(headers);
        }

        Map<String, String> toHeaders() {
            return parse(headers);
        }

        private static Map<String, String> parse(String text) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (String each : text.isBlank() ? new String[0] : text.split(",")) {
                int equals = each.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "allegiance.metrics.otlp.headers must be name=value, with commas between");
                }
                headers.put(
                        each.substring(0, equals).strip(),
                        each.substring(equals + 1).strip());
            }
            return headers;
        }

        @Override
        public String toString() {
            return "Otlp";
        }
    }
}
