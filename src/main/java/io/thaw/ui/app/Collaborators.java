package io.thaw.ui.app;

import io.thaw.catalogue.Catalogue;
import io.thaw.ui.common.FolderChooser;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.CommandRunner;
import io.thaw.worker.JobRunner;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What the window works with.
 *
 * @param catalogue the models on offer
 * @param jobs starts training runs
 * @param commands runs exports
 * @param folders asks the user for a folder
 * @param opener shows a folder in the operating system's file manager
 * @param background where files are read and processes started
 * @param theme the look to begin with
 * @param themeChosen told when the user picks another look
 */
public record Collaborators(
    Catalogue catalogue,
    JobRunner jobs,
    CommandRunner commands,
    FolderChooser folders,
    Consumer<Path> opener,
    Executor background,
    Theme theme,
    Consumer<Theme> themeChosen) {}
