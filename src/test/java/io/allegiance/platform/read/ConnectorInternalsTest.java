package io.allegiance.platform.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.result.Row;
import com.mysql.cj.result.ValueFactory;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.allegiance.architecture.ProgramClasses;
import io.allegiance.platform.read.ConnectorInternals.Member;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectorInternalsTest {

    private static final String DRIVER = "com.mysql.";

    /** The classes that use the driver, nested ones included. */
    private final List<JavaClass> users = ProgramClasses.load().stream()
            .filter(each -> each.getName().matches(".*\\.(ConnectorRow|RepeatedTexts)(\\$.*)?"))
            .toList();

    @Test
    void theShippedDriverHasAll() {
        assertThatCode(ConnectorInternals::require).doesNotThrowAnyException();
    }

    @Test
    void everyCallAndOverrideIsChecked() {
        Set<String> used = new TreeSet<>();
        for (JavaClass user : users) {
            user.getAccessesFromSelf().stream()
                    .map(JavaAccess::getTarget)
                    .filter(target -> target.getOwner().getName().startsWith(DRIVER))
                    .map(target -> signature((CodeUnitAccessTarget) target))
                    .forEach(used::add);
            user.getMethods().stream()
                    .flatMap(ConnectorInternalsTest::overridden)
                    .map(ConnectorInternalsTest::signature)
                    .forEach(used::add);
        }
        assertThat(ConnectorInternals.USED)
                .extracting(ConnectorInternalsTest::signature)
                .containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void missingMethodIsNamed() {
        Member missing = new Member(Object.class, Row.class, "getVanished", List.of(int.class, ValueFactory.class));
        Member changed = new Member(String.class, Row.class, "getValue", List.of(int.class, ValueFactory.class));
        assertThat(missing.exists()).isFalse();
        assertThat(changed.exists()).isFalse();
        assertThatThrownBy(() -> ConnectorInternals.require(List.of(missing)))
                .isInstanceOf(NoSuchMethodError.class)
                .hasMessage("com.mysql.cj.result.Row.getVanished(int, ValueFactory)");
    }

    /** The driver's methods that a method replaces, those aside that themselves replace one of the driver's. */
    private static Stream<JavaMethod> overridden(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(each -> each.getName().startsWith(DRIVER))
                .map(each -> each.tryGetMethod(
                        method.getName(),
                        method.getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toArray(String[]::new)))
                .flatMap(found -> found.stream())
                .limit(1);
    }

    private static String signature(CodeUnitAccessTarget target) {
        return signature(
                target.getRawReturnType().getName(),
                target.getOwner().getName(),
                target.getName(),
                target.getRawParameterTypes().stream().map(JavaClass::getName));
    }

    private static String signature(JavaCodeUnit method) {
        return signature(
                method.getRawReturnType().getName(),
                method.getOwner().getName(),
                method.getName(),
                method.getRawParameterTypes().stream().map(JavaClass::getName));
    }

    private static String signature(Member member) {
        return signature(
                member.result().getName(),
                member.owner().getName(),
                member.name(),
                member.parameters().stream().map(Class::getName));
    }

    private static String signature(String result, String owner, String name, Stream<String> parameters) {
        return result + " " + owner + "." + name + parameters.toList();
    }
}
