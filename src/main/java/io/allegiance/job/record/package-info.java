/** Spring Batch's own records, which an account of the database may have changed: read only as what Spring Batch writes. */
@NullMarked
package io.allegiance.job.record;

import org.jspecify.annotations.NullMarked;
