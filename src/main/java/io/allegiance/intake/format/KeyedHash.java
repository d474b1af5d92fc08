package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Replaces ids by HMAC-SHA-256 of them, 64 hexadecimal digits, under a key that only the environment holds. */
final class KeyedHash {

    private final Mac mac;

    /** @throws UsageException when the environment has no such variable */
    KeyedHash(String variable, @Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new UsageException("The format hashes ids with a key, and the environment variable " + variable
                    + " that should hold it is not set; set it, to the same text for every import.");
        }
        try {
            this.mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash of an id; blank stays blank. */
    String of(String id) {
        return id.isEmpty() ? "" : HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
    }
}
