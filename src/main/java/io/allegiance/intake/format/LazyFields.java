package io.allegiance.intake.format;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line, each read from its row when it is first asked for: the first pass of an import asks for the keys
 * alone. Once all are read, the row is let go. For one thread.
 */
final class LazyFields extends AbstractList<String> {

    private final @Nullable String[] texts;
    private List<ColumnReader> readers;
    private @Nullable VendorRow row;
    private int missing;

    LazyFields(List<ColumnReader> readers, VendorRow row) {
        this.texts = new String[readers.size()];
        this.readers = readers;
        this.row = row;
        this.missing = readers.size();
    }

    @Override
    public String get(int index) {
        String text = texts[index];
        VendorRow source = row;
        if (text == null && source != null) {
            text = readers.get(index).read(source);
            texts[index] = text;
            if (--missing == 0) {
                row = null;
                readers = List.of();
            }
        }
        return text == null ? "" : text;
    }

    @Override
    public int size() {
        return texts.length;
    }
}
