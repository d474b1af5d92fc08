package io.allegiance.watch.metrics;

import io.micrometer.registry.otlp.OtlpConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells Micrometer where to; it pushes when the registry is closed, long before its own time comes. */
final class OtlpTarget implements OtlpConfig {

    private final MetricsSettings.Otlp settings;

    OtlpTarget(MetricsSettings.Otlp settings) {
        this.settings = settings;
    }

    @Override
    public @Nullable String get(String key) {
        return null;
    }

    @Override
    public String url() {
        return settings.url();
    }

    @Override
    public Map<String, String> headers() {
        return settings.toHeaders();
    }

    @Override
    public Duration step() {
        return Duration.ofDays(1);
    }

    @Override
    public Map<String, String> resourceAttributes() {
        Map<String, String> attributes = new HashMap<>(OtlpConfig.super.resourceAttributes());
        attributes.putIfAbsent("service.name", "allegiance");
        return attributes;
    }
}
