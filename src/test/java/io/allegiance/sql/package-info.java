/** The SQL that people run themselves, run as it is shipped: grants, examples for readers, queries for the person on call. */
package io.allegiance.sql;
