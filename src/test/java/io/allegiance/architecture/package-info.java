/** What holds for the code as a whole: who may depend on what, and that statements and settings are those in the files. */
package io.allegiance.architecture;
