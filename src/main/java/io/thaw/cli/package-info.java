/** The command line: thin commands over {@code run}, text progress, exit codes. */
package io.thaw.cli;
