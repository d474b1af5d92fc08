package io.allegiance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import io.allegiance.Allegiance;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/** Who may depend on what. A rule that has to give way is changed here, where it can be read and reviewed. */
class DependencyTest {

    /** Models, rules and folds: a function of their arguments alone. */
    private static final String[] PURE = {
        "io.allegiance.calendar",
        "io.allegiance.wording",
        "io.allegiance.decimal",
        "io.allegiance.hash",
        "io.allegiance.customer",
        "io.allegiance.purchase",
        "io.allegiance.intake.line",
        "io.allegiance.history",
        "io.allegiance.rfm",
        "io.allegiance.btyd",
        "io.allegiance.subscription",
        "io.allegiance.churn",
        "io.allegiance.churn.quality",
        "io.allegiance.loyalty",
        "io.allegiance.crossselling",
        "io.allegiance.segment",
        "io.allegiance.scoring"
    };

    /** Packages that read and write tables; elsewhere only a {@code @Repository} does. */
    private static final String[] STORES = {
        "io.allegiance.platform..",
        "io.allegiance.job.lease",
        "io.allegiance.history.store",
        "io.allegiance.intake.feed",
        "io.allegiance.intake.load",
        "io.allegiance.intake.quarantine",
        "io.allegiance.intake.source",
        "io.allegiance.publish"
    };

    /** Packages that may ask what time it is; what they learn reaches no score. */
    private static final String[] CLOCK_READERS = {
        "io.allegiance.cli..",
        "io.allegiance.doctor",
        "io.allegiance.firstscores",
        "io.allegiance.intake.load",
        "io.allegiance.job",
        "io.allegiance.job.partition",
        "io.allegiance.run",
        "io.allegiance.status",
        "io.allegiance.watch"
    };

    @Test
    void purePackagesDependOnTheJdkHipparchusAndEachOther() {
        check(classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PURE)
                        .or(resideInAnyPackage("org.hipparchus..", "org.jspecify.annotations"))
                        .or(resideInAnyPackage("java.lang..", "java.math..", "java.time..", "java.util.."))
                        .or(resideInAnyPackage("java.nio", "java.nio.charset", "java.security"))
                        .or(belongToAnyOf(OutputStream.class, IOException.class))));
    }

    @Test
    void purePackagesTakeNoTranscendentalFunctionFromTheJdkWhoseAnswersMayDiffer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .accessTargetWhere(
                        targetIs(Math.class, "exp|expm1|log|log10|log1p|pow|sin|cos|tan|sinh|cosh|tanh|cbrt")));
    }

    @Test
    void onlyJobsKnowSpringBatch() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.job..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.batch..", "org.springframework.boot.batch.."));
    }

    @Test
    void onlyCommandsKnowTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void nothingDependsOnCommandsButTheProgramsMainClass() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.cli..")
                .and()
                .doNotBelongToAnyOf(Allegiance.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.cli.."));
    }

    @Test
    void nothingDependsOnJobsButJobsCommandsStatusDoctorDemoAndFirstScores() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.allegiance.job..",
                        "io.allegiance.cli..",
                        "io.allegiance.status",
                        "io.allegiance.doctor",
                        "io.allegiance.demo",
                        "io.allegiance.firstscores")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.job.."));
    }

    @Test
    void nothingDependsOnTheDoctorButCommands() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.allegiance.doctor", "io.allegiance.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.doctor"));
    }

    @Test
    void nothingDependsOnTheBenchmarkButItsCommand() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.allegiance.cli.BenchCommand")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.bench"));
    }

    @Test
    void onlyStoresAndRepositoriesSpeakToTheDatabase() {
        check(noClasses()
                .that(not(resideInAnyPackage(STORES)).and(not(repositories())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "javax.sql", "org.springframework.jdbc..", "com.mysql.."));
    }

    @Test
    void onlyTheseUseTheDriversOwnClasses() {
        check(noClasses()
                .that(not(nameMatching("io.allegiance.platform.(database.Driver(Address|Host)|load.LocalInfile"
                        + "|read.(ConnectorInternals|ConnectorRow|RepeatedTexts))(\\$.*)?")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.mysql.."));
    }

    @Test
    void onlyTheMetricsKnowWhereTheyGo() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.watch.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus.."));
    }

    @Test
    void onlyAnnouncementsKnowTheBroker() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.job.announce")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.jms..", "org.apache.activemq.."));
    }

    @Test
    void onlyOneClassMigratesTheSchema() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.allegiance.platform.database.Schema")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb.."));
    }

    @Test
    void onlyTheReadersOfRulesFormatsAndConfigurationFilesKnowYaml() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.allegiance.segment.file",
                        "io.allegiance.intake.format.file",
                        "io.allegiance.settings.source",
                        "io.allegiance.platform.yaml")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml.."));
    }

    @Test
    void packagesFormNoCycle() {
        check(slices().matching("io.allegiance.(**)").should().beFreeOfCycles());
    }

    @Test
    void nobodyReadsTheClockOfTheMachineButThroughTheOneClock() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.allegiance.run.BusinessClock")
                .should()
                .accessTargetWhere(targetIs(Clock.class, "system.*|tick.*")));
        check(noClasses().should().accessTargetWhere(targetIs(System.class, "currentTimeMillis")));
    }

    /** How long something took is for the log and the metrics alone. */
    @Test
    void onlyTheseMeasureTime() {
        check(noClasses()
                .that(not(nameMatching("io.allegiance.job.step.StepLog(\\$.*)?")))
                .should()
                .accessTargetWhere(nowWithoutClock()));
        check(noClasses()
                .that(
                        not(
                                nameMatching(
                                        "io.allegiance.(job.lease.Lease|job.partition.StepProgress|job.partition.StepWatch|job.worker.OfferedWork|job.worker.WorkerRun|platform.embedded.OrphanServers|cli.monitor.JobMonitor)(\\$.*)?")))
                .should()
                .accessTargetWhere(targetIs(System.class, "nanoTime")));
    }

    @Test
    void onlyTheseReadTheClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(CLOCK_READERS)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class));
    }

    @Test
    void nothingIsLeftToChanceButTheEmbeddedDatabasesPassword() {
        check(noClasses()
                .should()
                .accessTargetWhere(targetIs(Math.class, "random"))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(Random.class, ThreadLocalRandom.class))
                .orShould()
                .callConstructor(SplittableRandom.class));
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(EmbeddedDatabase.class)
                .should()
                .dependOnClassesThat(belongToAnyOf(SecureRandom.class)));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(noFields().should().beAnnotatedWith(Autowired.class).orShould().beAnnotatedWith(Value.class));
        check(noFields().should().beAnnotatedWith("jakarta.inject.Inject"));
        check(noFields().should().beAnnotatedWith("jakarta.annotation.Resource"));
    }

    @Test
    void nothingStaticIsMutable() {
        check(fields().that().areStatic().should().haveModifier(JavaModifier.FINAL));
    }

    /** Streams are the exception: their {@code read()} gives null at the end, and runs once for each of millions of rows. */
    @Test
    void methodsThatFindReturnOptional() {
        check(methods()
                .that()
                .haveNameMatching("find([A-Z].*)?")
                .should()
                .haveRawReturnType(nameMatching("java\\.util\\.Optional(Int|Long|Double)?")));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(program())
                .extracting(JavaClass::getPackage)
                .isNotEmpty()
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked in its package-info");
    }

    @Test
    void noNameSaysNothing() {
        String empty = "(?i)(.*[a-z])?(utils?|helpers?|impl|dto|common|service|misc)";
        assertThat(program())
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> name.matches(empty))
                .isEmpty();
        assertThat(program())
                .extracting(JavaClass::getPackageName)
                .flatExtracting(name -> Arrays.asList(name.split("\\.")))
                .filteredOn(name -> name.matches(empty))
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(program());
    }

    private static DescribedPredicate<JavaClass> repositories() {
        return annotatedWith(Repository.class)
                .<JavaClass>forSubtype()
                .or(DescribedPredicate.describe(
                        "are nested in a repository",
                        each -> each.getEnclosingClass()
                                .map(outer -> outer.isAnnotatedWith(Repository.class))
                                .orElse(false)));
    }

    private static DescribedPredicate<JavaAccess<?>> targetIs(Class<?> owner, String names) {
        return DescribedPredicate.describe(owner.getSimpleName() + "." + names, access -> {
            AccessTarget target = access.getTarget();
            return target.getOwner().isEquivalentTo(owner) && target.getName().matches(names);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> nowWithoutClock() {
        return DescribedPredicate.describe(
                "a now() of java.time without a clock",
                access -> access.getTarget().getOwner().getPackageName().equals("java.time")
                        && access.getTarget().getFullName().contains(".now(")
                        && !access.getTarget().getFullName().contains("java.time.Clock"));
    }

    /** The benchmark does what the program must not: it measures time, and it speaks to the database as others would. */
    private static JavaClasses program() {
        return ProgramClasses.load()
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.allegiance.bench..")));
    }
}
