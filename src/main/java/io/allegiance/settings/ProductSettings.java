package io.allegiance.settings;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of products ({@code allegiance.products.*}, in {@code jobs/nightly.yaml}).
 *
 * @param leftOut categories that are not products, such as postage and fees, exactly as the lines spell them: they
 *     count towards no customer's breadth and are never proposed
 */
@ConfigurationProperties("allegiance.products")
public record ProductSettings(@DefaultValue({}) List<String> leftOut) {

    public ProductSettings {
        leftOut = leftOut.stream().map(String::strip).distinct().sorted().toList();
    }
}
