/** Our own training loop: cached boundary tensors in, a trained tail and its figures out. */
package io.thaw.tuning;
