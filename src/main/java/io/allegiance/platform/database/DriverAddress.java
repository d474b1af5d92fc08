package io.allegiance.platform.database;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.ConnectionUrlParser;
import com.mysql.cj.conf.HostInfo;
import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.exceptions.CJException;
import io.allegiance.failure.AttentionException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * An address of a server, read as the driver reads it: with options after a question mark or in a host's own brackets, percent-encoded
 * or not, for one host or several; and the options that are configured beside it.
 *
 * @param url the address
 * @param options those beside it, which win over those after the question mark, under the names that the driver knows
 */
record DriverAddress(String url, Map<String, String> options) {

    static final String PLACE = "SPRING_DATASOURCE_URL";
    static final String PLACE_OF_OPTIONS = "spring.datasource.hikari.data-source-properties";

    /**
     * Reads an address.
     *
     * @param options as they were configured: letter case and dashes do not count in their names
     * @throws AttentionException when it cannot be read, or has an option that is refused or that the driver would pass over for its
     *     letter case
     */
    static DriverAddress read(String url, Map<String, String> options) {
        Set<String> named = listNames(url);
        RefusedOptions.check(named, PLACE);
        named.forEach(DriverAddress::requireLetterCase);
        Map<String, String> known = new TreeMap<>();
        options.forEach((name, value) -> known.put(findKnown(name).orElse(name), value));
        RefusedOptions.check(known.keySet(), PLACE_OF_OPTIONS);
        return new DriverAddress(url, Map.copyOf(known));
    }

    /** The same with one option more beside the address. */
    DriverAddress with(String option, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(option, value);
        return new DriverAddress(url, Map.copyOf(more));
    }

    /**
     * Lists the hosts, each with all options that count for it.
     *
     * @throws AttentionException when the driver refuses a value, or an option that is refused comes with a set of options that the
     *     address names
     */
    List<DriverHost> hosts() {
        Properties beside = new Properties();
        beside.putAll(options);
        List<HostInfo> all =
                parse(() -> ConnectionUrl.getConnectionUrlInstance(url, beside).getHostsList());
        all.forEach(host -> RefusedOptions.check(host.getHostProperties().keySet(), PLACE));
        return all.stream().map(DriverHost::of).toList();
    }

    /** Finds the name under which the driver knows an option that is written with other capitals, with dashes or without dots. */
    private static Optional<String> findKnown(String name) {
        String letters = lettersOf(name);
        return Arrays.stream(PropertyKey.values())
                .filter(key -> namesOf(key).anyMatch(each -> lettersOf(each).equals(letters)))
                .map(PropertyKey::getKeyName)
                .findFirst();
    }

    private static Stream<String> namesOf(PropertyKey key) {
        return key.getCcAlias() == null ? Stream.of(key.getKeyName()) : Stream.of(key.getKeyName(), key.getCcAlias());
    }

    private static String lettersOf(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    /** The driver passes over an option with other capitals than its own. */
    private static void requireLetterCase(String name) {
        if (PropertyKey.fromValue(name) != null) {
            return;
        }
        Arrays.stream(PropertyKey.values())
                .flatMap(DriverAddress::namesOf)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .ifPresent(meant -> {
                    throw new AttentionException(PLACE + " has the option " + name
                            + ", which the driver does not know in these letters; write " + meant);
                });
    }

    /** Lists the names of all options that an address has, also those of its hosts. */
    private static Set<String> listNames(String url) {
        return parse(() -> {
            ConnectionUrlParser parser = ConnectionUrlParser.parseConnectionString(url);
            Set<String> names = new TreeSet<>(parser.getProperties().keySet());
            parser.getHosts().stream()
                    .map(host -> host.getHostProperties().keySet())
                    .forEach(names::addAll);
            return names;
        });
    }

    /** Lists the options after the question mark, under the names that the driver knows. */
    static Collection<String> listGlobal(String url) {
        return parse(() -> ConnectionUrlParser.parseConnectionString(url).getProperties().keySet().stream()
                .map(name -> findKnown(name).orElse(name))
                .toList());
    }

    /** What the driver says of an address may hold a part of it, and a password. */
    private static <T> T parse(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (CJException | IllegalArgumentException e) {
            throw new AttentionException(
                    "the database's address cannot be read: SPRING_DATASOURCE_URL must look like"
                            + " jdbc:mysql://host:3306/allegiance",
                    e);
        }
    }
}
