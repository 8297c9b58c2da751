package io.thaw.ui.app;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.MachineSpeed;
import io.thaw.ui.common.FolderChooser;
import io.thaw.worker.CommandRunner;
import io.thaw.worker.JobRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the window works with.
 *
 * @param catalogue the models on offer
 * @param samples pictures that come with the program; null when there are none
 * @param jobs starts training runs
 * @param commands runs exports, probes and measurements, looks at weights and after the feature
 *     cache
 * @param machine how fast this machine is, where it was measured; reads a file
 * @param indices gives what is known of a folder of pictures; reads a file
 * @param folders asks the user for a folder
 * @param opener shows a folder in the operating system's file manager
 * @param background where files are read and processes started
 * @param memory what is remembered from one start to the next
 */
public record Collaborators(
    Catalogue catalogue,
    Path samples,
    JobRunner jobs,
    CommandRunner commands,
    Supplier<Optional<MachineSpeed>> machine,
    Function<Path, PictureIndex> indices,
    FolderChooser folders,
    Consumer<Path> opener,
    Executor background,
    Memory memory) {}
