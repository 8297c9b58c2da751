package io.thaw.run;

import io.thaw.catalogue.ModelCard;
import io.thaw.dataset.Leaks;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import io.thaw.engine.Tensor;
import io.thaw.job.JobSpec;
import io.thaw.network.NetworkSplit;
import java.util.Map;
import java.util.Optional;

/**
 * A job with everything it names looked up and found good.
 *
 * @param plan what is frozen, and how fast the rest learns
 * @param leaks what the sides of the split share
 * @param index what is remembered of the pictures
 * @param parameters a tensor for every parameter of the split network, the new head included
 * @param teacher whose outputs are learned as well, by the last outputs of the head
 * @param result what the run leaves behind
 */
record PreparedJob(
    JobSpec spec,
    ModelCard model,
    LayerPlan plan,
    ScanReport scan,
    SplitPlan pictures,
    Leaks leaks,
    PictureIndex index,
    NetworkSplit split,
    Map<String, Tensor> parameters,
    Optional<PreparedTeacher> teacher,
    FinalNetwork result) {}
