package io.allegiance.intake.format;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the value of one of our columns comes from. */
public sealed interface Source {

    /** Says it in words, for a person. */
    String describe();

    /** The values that it is made of; none where it is not made of others. */
    default List<Source> parts() {
        return List.of();
    }

    /** The vendor's columns that it reads. */
    default Stream<String> columns() {
        return parts().stream().flatMap(Source::columns);
    }

    /** A column of the vendor's. */
    record FromColumn(String name) implements Source {
        @Override
        public String describe() {
            return "column '" + name + "'";
        }

        @Override
        public Stream<String> columns() {
            return Stream.of(name);
        }
    }

    /** The same text on every line. */
    record Constant(String text) implements Source {
        @Override
        public String describe() {
            return "always '" + text + "'";
        }
    }

    /** The first of several that is not blank. */
    record FirstOf(List<Source> parts) implements Source {
        @Override
        public String describe() {
            return "the first that is not blank of " + join(parts, ", ");
        }
    }

    /** The product of several; unknown where one of them is blank. */
    record Product(List<Source> parts) implements Source {
        @Override
        public String describe() {
            return join(parts, " × ");
        }
    }

    /** The sum of several; a blank counts as 0, and the sum is unknown where all are blank. */
    record Sum(List<Source> parts) implements Source {
        @Override
        public String describe() {
            return join(parts, " + ");
        }
    }

    /** The first less all others; a blank among the others counts as 0, and it is unknown where the first is blank. */
    record Difference(List<Source> parts) implements Source {
        @Override
        public String describe() {
            return join(parts, " - ");
        }
    }

    /**
     * A line's share of an amount of its order, in proportion to its weight among all rows of the order; the shares add
     * up to the amount exactly.
     */
    record Share(Source total, Source over) implements Source {
        @Override
        public String describe() {
            return "the share of " + total.describe() + " by " + over.describe();
        }

        @Override
        public List<Source> parts() {
            return List.of(total, over);
        }
    }

    /** Texts one after the other, blank ones left out. */
    record Joined(List<Source> parts, String with) implements Source {
        @Override
        public String describe() {
            return join(parts, " and ");
        }
    }

    /** The place of the row among those of its order, 1 for the first; rows that are left out count too. */
    record Position() implements Source {
        @Override
        public String describe() {
            return "the place of the row in its order";
        }
    }

    /** The sign of a number: the text negative, zero or positive; blank where it is unknown. */
    record Sign(Source of) implements Source {
        @Override
        public String describe() {
            return "the sign of " + of.describe();
        }

        @Override
        public List<Source> parts() {
            return List.of(of);
        }
    }

    private static String join(List<Source> parts, String with) {
        return parts.stream().map(Source::describe).collect(Collectors.joining(with));
    }
}
