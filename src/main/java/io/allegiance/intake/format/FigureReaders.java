package io.allegiance.intake.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes readers of numbers for the columns of one file. */
final class FigureReaders {

    private final VendorColumns columns;
    private final NumberStyle style;
    private final TextReaders texts;
    private final Map<Source, FigureReader> known = new HashMap<>();

    FigureReaders(VendorColumns columns, NumberStyle style, TextReaders texts) {
        this.columns = columns;
        this.style = style;
        this.texts = texts;
    }

    /** The reader of a source; the same for equal sources, so that a share is computed once. */
    FigureReader of(Source source) {
        FigureReader reader = known.get(source);
        if (reader == null) {
            reader = make(source);
            known.put(source, reader);
        }
        return reader;
    }

    private FigureReader make(Source source) {
        if (source instanceof Source.Product product) {
            return folded(product.parts(), FigureReaders::product);
        }
        if (source instanceof Source.Sum sum) {
            return folded(sum.parts(), parts -> total(parts, BigDecimal::add));
        }
        if (source instanceof Source.Difference difference) {
            return folded(difference.parts(), FigureReaders::difference);
        }
        if (source instanceof Source.Share share) {
            return share(of(share.total()), of(share.over()));
        }
        if (source instanceof Source.FirstOf first) {
            return firstOf(first.parts().stream().map(this::of).toList());
        }
        if (source instanceof Source.FromColumn column) {
            int position = columns.position(column.name());
            return row -> read(row.text(position), style);
        }
        NumberStyle ours = source instanceof Source.Constant ? NumberStyle.PLAIN : style;
        ColumnReader text = texts.of(source);
        return row -> read(text.read(row), ours);
    }

    private static Figure read(String bytes, NumberStyle style) {
        if (bytes.isEmpty()) {
            return Figure.UNKNOWN;
        }
        String text = ByteText.decode(bytes);
        BigDecimal number = text == null ? null : style.read(text);
        return number == null ? Figure.unreadable(bytes) : Figure.of(number);
    }

    /** Combines parts that can all be read. */
    private interface Fold {
        Figure of(List<Figure> parts);
    }

    private FigureReader folded(List<Source> sources, Fold fold) {
        List<FigureReader> readers = sources.stream().map(this::of).toList();
        return row -> {
            List<Figure> parts = new ArrayList<>(readers.size());
            for (FigureReader reader : readers) {
                Figure part = reader.read(row);
                if (part.isUnreadable()) {
                    return part;
                }
                parts.add(part);
            }
            return fold.of(parts);
        };
    }

    private static Figure product(List<Figure> parts) {
        for (Figure part : parts) {
            if (part.value() == null) {
                return Figure.UNKNOWN;
            }
        }
        return total(parts, BigDecimal::multiply);
    }

    /** Combines the parts that are known. */
    private static Figure total(List<Figure> parts, BinaryOperator<BigDecimal> with) {
        BigDecimal total = null;
        for (Figure part : parts) {
            BigDecimal value = part.value();
            if (value != null) {
                total = total == null ? value : with.apply(total, value);
            }
        }
        return total == null ? Figure.UNKNOWN : Figure.of(total);
    }

    private static Figure difference(List<Figure> parts) {
        @Nullable BigDecimal whole = parts.get(0).value();
        if (whole == null) {
            return Figure.UNKNOWN;
        }
        Figure less = total(parts.subList(1, parts.size()), BigDecimal::add);
        return less.value() == null ? parts.get(0) : Figure.of(whole.subtract(less.value()));
    }

    private static FigureReader firstOf(List<FigureReader> parts) {
        return row -> {
            for (FigureReader part : parts) {
                Figure figure = part.read(row);
                if (figure.value() != null || figure.isUnreadable()) {
                    return figure;
                }
            }
            return Figure.UNKNOWN;
        };
    }

    private static FigureReader share(FigureReader total, FigureReader weight) {
        Object key = new Object();
        return row ->
                row.order().shares(key, order -> shares(order, total, weight)).get(row.position() - 1);
    }

    private static List<Figure> shares(OrderRows order, FigureReader total, FigureReader weight) {
        if (!order.isReadable()) {
            Figure none = Figure.unreadable("a row of the order cannot be read");
            return order.rows().stream().map(row -> none).toList();
        }
        return Shares.of(
                total.read(order.first()),
                order.rows().stream().map(weight::read).toList());
    }
}
