package io.allegiance.intake.feed;

import io.allegiance.hash.HashedForm;
import io.allegiance.intake.csv.CsvLine;
import io.allegiance.intake.csv.Header;
import io.allegiance.intake.line.TransactionLine;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A 128-bit hash (MD5) of the content of a line, over its normal form and not over its text: neither the order of
 * columns nor 83.4 for 83.40 changes it. Every text goes in with its length before it, so no two lines share one form.
 * It detects equal content and is not a protection against forgery.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
public record ContentHash(long high, long low) {

    static final int BYTES = 16;

    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /** The hash that the database holds. */
    public static ContentHash of(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new ContentHash(bytes.getLong(), bytes.getLong());
    }

    /** The hash of a transaction line's keys alone. */
    public static ContentHash ofKeys(TransactionLine line) {
        return ofKeys(line.transactionId(), line.lineKey());
    }

    static ContentHash ofKeys(String transactionId, String lineKey) {
        return of(form().text(transactionId).text(lineKey).hash());
    }

    /** Returns the hash of a transaction line's keys and content. */
    public static ContentHash ofKeysAndContent(TransactionLine line) {
        ContentHash content = of(line);
        HashedForm form = form().text(line.transactionId())
                .text(line.lineKey())
                .number(content.high)
                .number(content.low);
        return of(form.hash());
    }

    /** The hash of a transaction line with its transaction, but without its line key unless that is all it has. */
    static ContentHash of(TransactionLine line) {
        HashedForm form = form().text(line.transactionId())
                .text(line.transactionId().isEmpty() ? line.lineKey() : "")
                .text(line.customerId())
                .number(line.occurredAt().toLocalDate().toEpochDay())
                .number(line.occurredAt().toLocalTime().toNanoOfDay())
                .number(line.type().ordinal())
                .number(line.amount())
                .text(line.currency())
                .number(line.quantity())
                .number(line.discount())
                .text(line.category())
                .text(line.product())
                .text(line.store())
                .text(line.channel());
        return of(form.hash());
    }

    /** The hash of a line of a file as it came, byte for byte, with the kind and the header of its file. */
    public static ContentHash ofText(Header header, CsvLine line) {
        HashedForm form = form().text(header.kind().option()).text(header.text());
        line.fields().forEach(form::text);
        return of(form.hash());
    }

    private static HashedForm form() {
        return new HashedForm(512);
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /** The key of a line that has none: the hash in 22 characters, and its count among equal lines. */
    String key(int occurrence) {
        return keyStart() + occurrence;
    }

    /** Returns whether a key was made of this content. */
    boolean isKeyOf(String lineKey) {
        return lineKey.startsWith(keyStart());
    }

    /** The common prefix of the keys of equal lines. */
    public String keyStart() {
        return TEXT.encodeToString(bytes()) + ":";
    }
}
