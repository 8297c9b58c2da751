package io.thaw.ui.app;

import io.thaw.catalogue.Catalogue;
import io.thaw.ui.common.FolderChooser;
import io.thaw.worker.CommandRunner;
import io.thaw.worker.JobRunner;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the window works with.
 *
 * @param catalogue the models on offer
 * @param samples pictures that come with the program; null when there are none
 * @param jobs starts training runs
 * @param commands runs exports, looks at weights and looks after the feature cache
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
    FolderChooser folders,
    Consumer<Path> opener,
    Executor background,
    Memory memory) {}
