package io.allegiance.cli;

import picocli.CommandLine.IVersionProvider;

/** The version as the build stamped it into the jar. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return new String[] {"allegiance " + (version == null ? "(unbuilt)" : version)};
    }
}
