/** What a run will take on this machine: told at every click, before anything is started. */
package io.thaw.ui.price;
