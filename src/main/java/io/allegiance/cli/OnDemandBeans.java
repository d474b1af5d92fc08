package io.allegiance.cli;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeConverter;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;

/**
 * The beans of a small part of the program: a component of ours becomes one when another bean needs it. So nothing has to list or
 * look for the components that a command uses, and the others are never loaded.
 */
final class OnDemandBeans extends DefaultListableBeanFactory {

    private static final String PROGRAM = "io.allegiance.";

    @Override
    public @Nullable Object doResolveDependency(
            DependencyDescriptor descriptor,
            @Nullable String beanName,
            @Nullable Set<String> autowiredBeanNames,
            @Nullable TypeConverter typeConverter) {
        Class<?> type = descriptor.getDependencyType();
        if (isComponent(type) && getBeanNamesForType(type, true, false).length == 0) {
            registerBeanDefinition(type.getName(), new RootBeanDefinition(type));
        }
        return super.doResolveDependency(descriptor, beanName, autowiredBeanNames, typeConverter);
    }

    private static boolean isComponent(Class<?> type) {
        return type.getName().startsWith(PROGRAM) && AnnotatedElementUtils.hasAnnotation(type, Component.class);
    }
}
