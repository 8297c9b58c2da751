/** What is kept of pictures for later runs: how much, how much it may be, and none of it. */
package io.thaw.ui.cache;
