/** {@code thaw bench}: Thaw beside plain DJL, each in a process of its own. */
package io.thaw.cli.bench;
