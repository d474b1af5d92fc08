package io.allegiance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.allegiance.Allegiance;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The compiled classes of the program without its tests, for tests that look at code. They take about 80 MB: a test process
 * imports them once, and gives them back when a later test needs the memory.
 */
public final class ProgramClasses {

    private static @Nullable SoftReference<JavaClasses> imported;

    private ProgramClasses() {}

    /** Imports the classes, or returns those that an earlier test has imported. */
    public static synchronized JavaClasses load() {
        JavaClasses classes = imported == null ? null : imported.get();
        if (classes == null) {
            classes = new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackagesOf(Allegiance.class);
            imported = new SoftReference<>(classes);
        }
        return classes;
    }
}
