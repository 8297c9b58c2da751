package io.thaw.ui.app;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.MachineSpeed;
import io.thaw.job.ThawFolders;
import io.thaw.project.DatasetStore;
import io.thaw.project.SettingsStore;
import io.thaw.ui.common.FolderChooser;
import io.thaw.worker.ThawCommands;
import io.thaw.worker.WorkerCommand;
import io.thaw.worker.WorkerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Application;
import javafx.stage.Stage;

/** The window as the user starts it: real models, real workers, settings on disk. */
public final class ThawApp extends Application {
  private static final System.Logger LOG = System.getLogger(ThawApp.class.getName());

  private ExecutorService background;
  private SettingsStore settings;
  private DatasetStore datasets;

  @Override
  public void start(Stage stage) {
    ThawFolders folders = ThawFolders.of(System.getenv());
    background = Executors.newCachedThreadPool(new Daemons());
    settings = new SettingsStore(folders.settings(), ThawApp::warn);
    datasets = new DatasetStore(folders.settings());
    new MainWindow(stage, collaborators(folders)).show();
  }

  private static void warn(String problem) {
    LOG.log(System.Logger.Level.WARNING, problem);
  }

  private Collaborators collaborators(ThawFolders folders) {
    WorkerCommand thaw = WorkerCommand.ofThisProgram(List.of());
    Path install = Path.of(System.getProperty("thaw.install", "."));
    Path samples = install.resolve("sample-data");
    return new Collaborators(
        new Catalogue(install.resolve("assets").resolve("models")),
        Files.isDirectory(samples) ? samples : null,
        new WorkerProcess(thaw, folders.cache().resolve("jobs")),
        new ThawCommands(thaw),
        () -> MachineSpeed.find(folders.settings(), ThawApp::warn),
        data -> PictureIndex.open(folders.indices(), data),
        FolderChooser.system(),
        folder -> getHostServices().showDocument(folder.toUri().toString()),
        background,
        new StoredMemory(settings, datasets));
  }

  @Override
  public void stop() {
    background.shutdownNow();
    datasets.close();
    settings.close();
  }

  /** Threads that do not keep the program alive. */
  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public Thread newThread(Runnable work) {
      Thread thread = new Thread(work, "background-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
