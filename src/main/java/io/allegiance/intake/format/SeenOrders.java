package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import io.allegiance.hash.HashedForm;
import java.nio.ByteBuffer;

/**
 * Finds orders whose rows stand apart, by a 64-bit hash of each order's id: what the first row of an order says would
 * be missing on the others. Sixteen bytes an order.
 */
final class SeenOrders {

    private static final int MOST = 40_000_000;
    private static final int LONGEST = 512;

    private final String file;
    private final HashedForm form = new HashedForm(LONGEST);
    private long[] hashes = new long[1024];
    private int count;

    SeenOrders(String file) {
        this.file = file;
    }

    /**
     * Adds an order.
     *
     * @throws UsageException when it was added before
     */
    void add(String id, long lineNumber) {
        if (!put(hash(id))) {
            throw new UsageException("In " + file + " the order of line " + lineNumber
                    + " has rows further up, apart from these; sort the file by order and import it again."
                    + " Nothing landed.");
        }
        if (++count > MOST) {
            throw new UsageException(file + " has more than 40 million orders; part it into several files.");
        }
        if (count > hashes.length / 2) {
            grow();
        }
    }

    private long hash(String id) {
        long hash = ByteBuffer.wrap(form.text(id).hash()).getLong();
        return hash == 0 ? 1 : hash;
    }

    private boolean put(long hash) {
        int place = (int) hash & hashes.length - 1;
        while (hashes[place] != 0) {
            if (hashes[place] == hash) {
                return false;
            }
            place = place + 1 & hashes.length - 1;
        }
        hashes[place] = hash;
        return true;
    }

    private void grow() {
        long[] before = hashes;
        hashes = new long[before.length * 2];
        for (long hash : before) {
            if (hash != 0) {
                put(hash);
            }
        }
    }
}
