package io.allegiance.intake.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** A compound file (OLE2): an old workbook, or a new one that is encrypted. */
final class OldWorkbook {

    private static final int HEADER = 512;
    private static final int SECTOR_SIZE_AT = 30;
    private static final int DIRECTORY_AT = 48;
    private static final int LARGEST_SECTOR_SIZE = 12;
    private static final int DIRECTORY_LENGTH = 4_096;

    private OldWorkbook() {}

    /** Returns whether its directory names an encrypted package, as that of a workbook with a password does. */
    static boolean isEncrypted(SeekableByteChannel channel) throws IOException {
        ByteBuffer header = read(channel, 0, HEADER);
        if (header.remaining() < HEADER) {
            return false;
        }
        int sectorSize = header.getShort(SECTOR_SIZE_AT);
        long sector = Integer.toUnsignedLong(header.getInt(DIRECTORY_AT));
        if (sectorSize < 0 || sectorSize > LARGEST_SECTOR_SIZE) {
            return false;
        }
        ByteBuffer directory = read(channel, (sector + 1) << sectorSize, DIRECTORY_LENGTH);
        return StandardCharsets.UTF_16LE.decode(directory).toString().contains("EncryptedPackage");
    }

    private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // reads on
        }
        return bytes.flip();
    }
}
