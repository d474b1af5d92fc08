package io.allegiance.cli;

import io.allegiance.doctor.Doctor;
import io.allegiance.doctor.Finding;
import io.allegiance.settings.source.ChangedSetting;
import io.allegiance.settings.source.ChangedSettings;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** What the doctor looks at before it asks the database: the machine, and what was configured. */
record MachineExamination(ApplicationContext context, ConfigurableEnvironment environment) {

    List<Finding> examineMachine() {
        return ContextRunner.getComponent(context, Doctor.class).examineMachine();
    }

    List<ChangedSetting> listChanged() {
        return ChangedSettings.list(environment, ProgramSettings.keys());
    }
}
