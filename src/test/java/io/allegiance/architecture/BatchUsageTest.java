package io.allegiance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What of Spring Batch is used, and what never: {@code TrapsTest} says why. The benchmark is left out, which also does what is
 * usual.
 */
class BatchUsageTest {

    private static final Path QUERIES = Path.of("sql", "query");

    @Test
    void noStepSkipsOrRetries() {
        assertNobodyCalls("faultTolerant|skip.*|retry.*|noSkip|noRetry|noRollback");
    }

    @Test
    void noChunkStepHasThreadsOfItsOwn() {
        assertThat(callers(ChunkOrientedStepBuilder.class, "taskExecutor")).isEmpty();
        assertThat(callers(StepBuilder.class, "chunk"))
                .as("chunk steps are built by PartitionWorker alone")
                .isEmpty();
    }

    @Test
    void noJobHasAnIncrementer() {
        assertNobodyCalls("incrementer|startNextInstance");
    }

    @Test
    void everyStepNamesItsTransactions() {
        Set<JavaCodeUnit> chunked = callers(ChunkOrientedStepBuilder.class, "<init>");
        assertThat(chunked)
                .isNotEmpty()
                .isSubsetOf(callers(ChunkOrientedStepBuilder.class, "transactionManager"))
                .isSubsetOf(callers(ChunkOrientedStepBuilder.class, "interruptionPolicy"));
        assertThat(accesses(StepBuilder.class, "tasklet"))
                .isNotEmpty()
                .allMatch(access ->
                        access.getTarget().getFullName().contains(PlatformTransactionManager.class.getName()));
    }

    @Test
    void onlyWhoTakesTheLeaseLaunchesARun() {
        assertThat(classesCalling("RunLauncher.launch(")).isNotEmpty().isSubsetOf(classesCalling("ExclusiveWork.run("));
        assertThat(classesCalling("Lease.hold(")).contains("io.allegiance.job.ExclusiveWork");
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.allegiance.job.RunLauncher")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.batch.core.launch.JobOperator")
                .check(program());
    }

    /** Repeated writes come to the same: values that are written are absolute. Changes of a claim name the number that they found. */
    @Test
    void nothingIsIncrementedInPlaceButTheNumbersOfLeaseAndClaims() {
        Pattern increment = Pattern.compile("\\b(?:\\w+\\.)?(\\w+)\\s*=\\s*(?:\\w+\\.)?\\1\\s*[-+|*]");
        assertThat(statements())
                .filteredOn(file -> increment.matcher(read(file)).find())
                .extracting(file -> QUERIES.relativize(file).toString())
                .containsExactlyInAnyOrder(
                        "job/lease/take_lease.sql",
                        "job/claim/fail_claim.sql",
                        "job/claim/give_back.sql",
                        "job/claim/take_claim.sql",
                        "job/claim/withdraw.sql");
    }

    private static Set<String> classesCalling(String method) {
        return program().stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(access -> access.getTarget().getFullName().contains(method))
                .map(access -> access.getOriginOwner().getName())
                .collect(Collectors.toSet());
    }

    private static void assertNobodyCalls(String names) {
        assertThat(program())
                .flatExtracting(each -> each.getAccessesFromSelf())
                .filteredOn(access -> access.getTarget().getOwner().getName().startsWith("org.springframework.batch.")
                        && access.getTarget().getName().matches(names))
                .isEmpty();
    }

    private static Set<JavaCodeUnit> callers(Class<?> owner, String name) {
        return accesses(owner, name).stream().map(JavaAccess::getOrigin).collect(Collectors.toSet());
    }

    private static List<JavaAccess<?>> accesses(Class<?> owner, String name) {
        DescribedPredicate<JavaAccess<?>> wanted = DescribedPredicate.describe(
                owner.getSimpleName() + "." + name,
                access -> access.getTarget().getOwner().isEquivalentTo(owner)
                        && access.getTarget().getName().equals(name));
        return program().stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(wanted)
                .toList();
    }

    private static List<Path> statements() {
        try (Stream<Path> files = Files.walk(QUERIES)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaClasses program() {
        return ProgramClasses.load()
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.allegiance.bench..")));
    }
}
