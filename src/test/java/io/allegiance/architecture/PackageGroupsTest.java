package io.allegiance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.allegiance.Allegiance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The groups of packages in {@code src/docs/architecture.md}: complete, and in an order that the code keeps. */
class PackageGroupsTest {

    private static final String ROOT = Allegiance.class.getPackageName() + ".";
    private static final Pattern GROUP = Pattern.compile("### ([0-9]+)\\. .+");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.]+)` \\| .+");

    private final JavaClasses program = ProgramClasses.load();

    private final Map<String, Integer> groups = readGroups();

    @Test
    void everyPackageIsInOneGroup() {
        assertThat(groups.keySet())
                .containsExactlyInAnyOrderElementsOf(program.stream()
                        .flatMap(PackageGroupsTest::packageOf)
                        .distinct()
                        .toList());
    }

    @Test
    void packagesUseTheirOwnGroupAndGroupsAbove() {
        assertThat(program.stream()
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .filter(this::leadsDown)
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private boolean leadsDown(Dependency dependency) {
        return packageOf(dependency.getOriginClass())
                .anyMatch(from -> packageOf(dependency.getTargetClass())
                        .anyMatch(to -> groups.getOrDefault(to, 0) > groups.getOrDefault(from, 0)));
    }

    /** The package below the root; none for the main class and for the code of others. */
    private static Stream<String> packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT) ? Stream.of(name.substring(ROOT.length())) : Stream.empty();
    }

    private static Map<String, Integer> readGroups() {
        Map<String, Integer> groups = new LinkedHashMap<>();
        int group = 0;
        for (String line : readLines()) {
            Matcher heading = GROUP.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                group = Integer.parseInt(heading.group(1));
            } else if (line.startsWith("#")) {
                group = 0;
            } else if (group > 0 && row.matches()) {
                assertThat(groups.put(row.group(1), group)).as(line).isNull();
            }
        }
        return groups;
    }

    private static List<String> readLines() {
        try {
            return Files.readAllLines(Path.of("src", "docs", "architecture.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
