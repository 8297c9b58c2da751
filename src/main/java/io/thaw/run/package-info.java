/** One run from its job to its report: the run folder and the stages. */
package io.thaw.run;
