package io.allegiance.intake.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** The bytes of a zip's entry; at their end they must have the size and the checksum that the zip states. */
final class CheckedEntry extends FilterInputStream {

    private final CheckedInputStream checked;
    private final long size;
    private final long checksum;
    private long read;

    CheckedEntry(InputStream in, long size, long checksum) {
        this(new CheckedInputStream(in, new CRC32()), size, checksum);
    }

    private CheckedEntry(CheckedInputStream checked, long size, long checksum) {
        super(checked);
        this.checked = checked;
        this.size = size;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        count(count);
        return count;
    }

    /** Returns false: what is read twice cannot be checked. */
    @Override
    public boolean markSupported() {
        return false;
    }

    /** The share of it that was read, 0 to 1. */
    double share() {
        return size == 0 ? 1 : Math.min(1, (double) read / size);
    }

    private void count(int count) throws ZipException {
        if (count >= 0) {
            read += count;
        } else if (read != size || checked.getChecksum().getValue() != checksum) {
            throw new ZipException("size or checksum of an entry differs");
        }
    }
}
