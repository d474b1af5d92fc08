package io.allegiance.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash functions in use. They tell contents apart and keep no secret. */
public enum HashFunction {
    /** 16 bytes; short and fast. */
    MD5("MD5"),
    /** 32 bytes; MariaDB and MySQL compute it too. */
    SHA_256("SHA-256");

    private final String algorithm;

    HashFunction(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Creates a digest that one thread may use again and again. */
    public MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Computes the hash of a text's UTF-8 bytes, as digits of 0-9 and a-f. */
    public String hex(String text) {
        return HexFormat.of().formatHex(newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
