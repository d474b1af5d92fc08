package io.allegiance.intake.format;

import java.util.List;
import java.util.stream.Collectors;

/** Makes readers of texts for the columns of one file. */
final class TextReaders {

    private final VendorColumns columns;

    TextReaders(VendorColumns columns) {
        this.columns = columns;
    }

    ColumnReader of(Source source) {
        if (source instanceof Source.FromColumn column) {
            int position = columns.position(column.name());
            return row -> row.text(position);
        }
        if (source instanceof Source.Constant constant) {
            String text = ByteText.encode(constant.text());
            return row -> text;
        }
        if (source instanceof Source.FirstOf first) {
            return firstOf(first.parts().stream().map(this::of).toList());
        }
        if (source instanceof Source.Joined joined) {
            List<ColumnReader> parts = joined.parts().stream().map(this::of).toList();
            String with = ByteText.encode(joined.with());
            return row -> parts.stream()
                    .map(part -> part.read(row))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(with));
        }
        if (source instanceof Source.Position) {
            return row -> Integer.toString(row.position());
        }
        throw new IllegalArgumentException(source.describe() + " is no text");
    }

    private static ColumnReader firstOf(List<ColumnReader> parts) {
        return row -> {
            for (ColumnReader part : parts) {
                String text = part.read(row);
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        };
    }
}
