/** The program as a process that is killed, stopped or robbed of its lease anywhere, and what the same command makes of it. */
package io.allegiance.chaos;
