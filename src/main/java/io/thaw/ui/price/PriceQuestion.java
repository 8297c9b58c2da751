package io.thaw.ui.price;

import io.thaw.dataset.ScanReport;
import io.thaw.job.TrainingSettings;
import io.thaw.network.FreezePlan;
import io.thaw.ui.network.LoadedNetwork;

/**
 * A run whose price is asked.
 *
 * @param pictures of a usable folder
 * @param heldBack share of the pictures to check with
 * @param tested share of the pictures to test with in the end
 */
record PriceQuestion(
    LoadedNetwork network,
    FreezePlan plan,
    ScanReport pictures,
    double heldBack,
    double tested,
    TrainingSettings settings) {}
