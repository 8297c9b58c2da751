package io.thaw.ui.app;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.PictureIndex;
import io.thaw.job.JobEvent;
import io.thaw.job.JobSpec;
import io.thaw.job.Report;
import io.thaw.job.RunFiles;
import io.thaw.job.SampleMachine;
import io.thaw.ui.theme.Theme;
import io.thaw.worker.JobHandle;
import io.thaw.worker.JobRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The window with a made-up worker, for looking at: {@code light|dark MODELS IMAGES
 * finish|run|crash CLASSES}. Ctrl+Enter starts the run.
 */
public final class WorkbenchPreview extends Application {

  /** Starts JavaFX from the class path. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      launch(WorkbenchPreview.class, arguments);
    }
  }

  @Override
  public void start(Stage stage) throws IOException {
    List<String> given = getParameters().getRaw();
    Path run = Files.createTempDirectory("run-");
    Report report = Scripts.report(Integer.parseInt(given.get(4)), 40);
    report.write(new RunFiles(run).report());
    Path images = Path.of(given.get(2));
    ShortMemory memory = new ShortMemory();
    memory.remember(Theme.valueOf(given.get(0).toUpperCase(Locale.ROOT)));
    MainWindow window =
        new MainWindow(
            stage,
            new Collaborators(
                new Catalogue(Path.of(given.get(1))),
                images,
                new Playing(run, given.get(3), report.valAccuracy()),
                new CacheStandIn(),
                () -> Optional.of(SampleMachine.speed()),
                PictureIndex::inMemory,
                (owner, title) -> Optional.of(images),
                folder -> {},
                Executors.newCachedThreadPool(WorkbenchPreview::daemon),
                memory));
    stage.setX(0);
    stage.setY(0);
    window.show();
    javafx.geometry.Rectangle2D screen = javafx.stage.Screen.getPrimary().getBounds();
    stage.setWidth(screen.getWidth());
    stage.setHeight(screen.getHeight());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  /** Plays a whole run at once, or all but its end. */
  private record Playing(Path run, String end, double accuracy) implements JobRunner {
    @Override
    public JobHandle start(JobSpec spec, Consumer<JobEvent> listener) {
      HandDrivenRunner driven = new HandDrivenRunner();
      driven.start(spec, listener);
      int epochs = spec.training().epochs();
      driven.last().say(Scripts.beginning(run));
      driven.last().say(Scripts.epochs(1, end.equals("finish") ? epochs : epochs * 2 / 3, epochs));
      if (end.equals("finish")) {
        driven.last().say(new JobEvent.Completed(run.toString(), accuracy, 0.41, 41.9));
      } else if (end.equals("crash")) {
        String sentence = "The training process was ended by the system, probably out of memory.";
        driven.last().say(new JobEvent.Crashed(137, sentence, List.of("Killed", "at step 812")));
      }
      return driven.last();
    }
  }
}
