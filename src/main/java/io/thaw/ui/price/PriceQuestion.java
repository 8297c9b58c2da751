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
 */
record PriceQuestion(
    LoadedNetwork network,
    FreezePlan plan,
    ScanReport pictures,
    double heldBack,
    TrainingSettings settings) {}
