package io.allegiance.intake.format;

import io.allegiance.failure.UsageException;
import io.allegiance.intake.csv.CsvLine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The positions of a vendor's columns in a file; neither letter case nor white space around a name counts. */
public final class VendorColumns {

    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    private VendorColumns(List<String> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            if (positions.putIfAbsent(form(names.get(i)), i) != null) {
                repeated.add(form(names.get(i)));
            }
        }
    }

    /** Reads the first line of a file. */
    public static VendorColumns of(CsvLine header) {
        return new VendorColumns(header.fields().stream()
                .map(name -> ByteText.show(name).strip())
                .toList());
    }

    static String form(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** The names as the file has them. */
    public List<String> names() {
        return names;
    }

    boolean has(String name) {
        return positions.containsKey(form(name));
    }

    /** The position of a column, or -1 where the file lacks it. */
    int position(String name) {
        return positions.getOrDefault(form(name), -1);
    }

    /**
     * Requires the columns that a format reads.
     *
     * @throws UsageException when one of them is missing, or there more than once
     */
    void require(FileFormat format, String file) {
        Set<String> optional = new HashSet<>();
        format.optional().forEach(name -> optional.add(form(name)));
        Set<String> missing = new TreeSet<>();
        format.usedColumns().forEach(name -> {
            if (repeated.contains(form(name))) {
                throw new UsageException("The header of " + file + " names the column '" + name
                        + "' twice, and the format " + format.name() + " reads it; leave one of them out.");
            }
            if (!has(name) && !optional.contains(form(name))) {
                missing.add(name);
            }
        });
        if (!missing.isEmpty()) {
            throw new UsageException("The header of " + file + " lacks the column '"
                    + String.join("' and '", missing) + "', which the format " + format.name() + " reads"
                    + NearestName.hint(missing.iterator().next(), names) + ".");
        }
    }
}
