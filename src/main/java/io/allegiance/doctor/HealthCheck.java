package io.allegiance.doctor;

import java.util.List;

/** One group of things that a night needs. It reads, and changes nothing. */
interface HealthCheck {

    /** Looks; a failure that the program knows counts as a finding. */
    List<Finding> examine();
}
