package io.allegiance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.allegiance.Allegiance;
import io.allegiance.history.LoyaltyFacts;
import io.allegiance.history.PurchaseHistory;
import io.allegiance.platform.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/** Who may depend on what. A rule that has to give way is changed here, where it can be read and reviewed. */
class DependencyTest {

    /** The benchmark does what the program must not: it measures time, and it speaks to the database as others would. */
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/io/allegiance/bench/"))
            .importPackagesOf(Allegiance.class);

    private static final String[] PURE = {
        "io.allegiance.calendar",
        "io.allegiance.purchase",
        "io.allegiance.rfm",
        "io.allegiance.btyd",
        "io.allegiance.churn",
        "io.allegiance.churn.quality",
        "io.allegiance.loyalty",
        "io.allegiance.crossselling",
        "io.allegiance.segment",
        "io.allegiance.scoring"
    };

    /** Classes that talk to the database and are no beans of their own. */
    private static final String[] PARTS_OF_REPOSITORIES = {
        "io.allegiance.history.CategoryStream",
        "io.allegiance.history.DayReader",
        "io.allegiance.history.DueHistories",
        "io.allegiance.history.HistoryColumns",
        "io.allegiance.history.HistoryStream",
        "io.allegiance.intake.CustomerCursor",
        "io.allegiance.intake.Feeds",
        "io.allegiance.intake.FileImport",
        "io.allegiance.intake.FxFeed",
        "io.allegiance.intake.FxRateTable",
        "io.allegiance.intake.ImportLog",
        "io.allegiance.intake.IncidentFeed",
        "io.allegiance.intake.LineReplay",
        "io.allegiance.intake.ManifestFeed",
        "io.allegiance.intake.OldDays",
        "io.allegiance.intake.ReferralFeed",
        "io.allegiance.intake.SmallFeed",
        "io.allegiance.intake.SourceLineStream",
        "io.allegiance.intake.TransactionLines",
        "io.allegiance.intake.WaitingLine",
        "io.allegiance.intake.WaitingLines",
        "io.allegiance.publish.ScoreRows",
        "io.allegiance.publish.SlotTotals"
    };

    @Test
    void purePackagesNeedTheJdkHipparchusEachOtherAndTheRecordOfAHistory() {
        check(classes()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PURE)
                        .or(resideInAnyPackage("org.hipparchus..", "org.jspecify.annotations"))
                        .or(resideInAnyPackage("java.lang..", "java.math..", "java.time..", "java.util.."))
                        .or(resideInAnyPackage("java.nio", "java.nio.charset", "java.security"))
                        .or(historyRecord())
                        .or(belongToAnyOf(OutputStream.class, IOException.class))));
    }

    @Test
    void aHistoryIsARecordOfTheJdkAlone() {
        check(classes()
                .that()
                .haveNameMatching("io.allegiance.history.(PurchaseHistory|LoyaltyFacts)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations", "io.allegiance.history"));
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
                .resideOutsideOfPackage("io.allegiance.ops")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
    }

    @Test
    void nothingDependsOnCommandsButTheProgramsMainClass() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.ops")
                .and()
                .doNotBelongToAnyOf(Allegiance.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.ops"));
    }

    @Test
    void nothingDependsOnJobsButJobsCommandsAndTheDoctor() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.allegiance.job..", "io.allegiance.ops", "io.allegiance.doctor")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.job.."));
    }

    @Test
    void nothingDependsOnTheDoctorButCommands() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.allegiance.doctor", "io.allegiance.ops")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.doctor"));
    }

    @Test
    void nothingDependsOnTheBenchmarkButItsCommand() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.allegiance.ops.BenchCommand")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.allegiance.bench"));
    }

    @Test
    void onlyRepositoriesAndThePlatformSpeakToTheDatabase() {
        check(noClasses()
                .that(not(resideInAnyPackage("io.allegiance.platform..", "io.allegiance.job.lease"))
                        .and(not(repositories())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "javax.sql", "org.springframework.jdbc..", "com.mysql.."));
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
    void onlyOneClassMigratesTheSchema() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.allegiance.platform.Schema")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.flywaydb.."));
    }

    @Test
    void onlyTheReaderOfSegmentRulesAndWhoTellsOfBrokenFilesKnowYaml() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.allegiance.segment.file")
                .and()
                .doNotHaveSimpleName("ConfigurationFailures")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yaml.."));
    }

    @Test
    void featuresFormNoCycle() {
        check(slices().matching("io.allegiance.(*)..").should().beFreeOfCycles());
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
                .that(not(nameMatching("io.allegiance.job.StepLog(\\$.*)?")))
                .should()
                .accessTargetWhere(nowWithoutClock()));
        check(noClasses()
                .that(
                        not(
                                nameMatching(
                                        "io.allegiance.(job.lease.Lease|job.partition.StepProgress|platform.embedded.OrphanServers|ops.Watch)(\\$.*)?")))
                .should()
                .accessTargetWhere(targetIs(System.class, "nanoTime")));
    }

    @Test
    void onlyTheseAskTheOneClock() {
        Set<String> asking = new TreeSet<>();
        PROGRAM.stream()
                .filter(each -> each.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(Clock.class)))
                .forEach(each -> asking.add(each.getSimpleName()));
        assertThat(asking)
                .containsExactly(
                        "AbandonCommand",
                        "BackfillCommand",
                        "BackfillPlanner",
                        "BackfillRun",
                        "BusinessClock",
                        "DateOption",
                        "Deadlines",
                        "FileImport",
                        "FirstPass",
                        "LineReplay",
                        "NightlyCommand",
                        "NightlyRun",
                        "Pace",
                        "PublishCommand",
                        "RollbackCommand",
                        "ScoresCommand",
                        "SecondPass",
                        "StatusCommand",
                        "StatusReader",
                        "Tonight",
                        "TrainCommand",
                        "TrainRun",
                        "Watchers");
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

    @Test
    void everyPackageIsNullMarked() {
        assertThat(PROGRAM)
                .extracting(JavaClass::getPackage)
                .isNotEmpty()
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class), "is @NullMarked in its package-info");
    }

    @Test
    void noNameSaysNothing() {
        String empty = "(?i)(.*[a-z])?(utils?|helpers?|impl|dto|common|service|misc)";
        assertThat(PROGRAM)
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> name.matches(empty))
                .isEmpty();
        assertThat(PROGRAM)
                .extracting(JavaClass::getPackageName)
                .flatExtracting(name -> Arrays.asList(name.split("\\.")))
                .filteredOn(name -> name.matches(empty))
                .isEmpty();
    }

    private static void check(ArchRule rule) {
        rule.check(PROGRAM);
    }

    private static DescribedPredicate<JavaClass> historyRecord() {
        return belongToAnyOf(
                PurchaseHistory.class,
                PurchaseHistory.Recent.class,
                PurchaseHistory.Spend.class,
                PurchaseHistory.Bought.class,
                LoyaltyFacts.class,
                LoyaltyFacts.Discounts.class,
                LoyaltyFacts.Growth.class,
                LoyaltyFacts.Incidents.class,
                LoyaltyFacts.Products.class,
                LoyaltyFacts.Categories.class);
    }

    private static DescribedPredicate<JavaClass> repositories() {
        DescribedPredicate<JavaClass> named = nameMatching("(" + String.join("|", PARTS_OF_REPOSITORIES) + ")(\\$.*)?")
                .forSubtype();
        return named.or(annotatedWith(Repository.class).forSubtype())
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
}
