package io.thaw.run;

import io.thaw.dataset.ImageProblem;
import io.thaw.engine.EngineSession;
import io.thaw.engine.FrozenRunners;
import io.thaw.engine.Objective;
import io.thaw.job.Teacher;
import io.thaw.tuning.Intake;
import io.thaw.tuning.Prefix;
import io.thaw.tuning.Samples;
import java.util.List;

/** Asks a teacher about all training pictures, once; its network runs as frozen layers do. */
final class Teaching implements AutoCloseable {
  private final PreparedJob job;
  private final PreparedTeacher teacher;
  private final FeatureStore features;
  private final Prefix prefix;
  private final Intake intake;

  Teaching(
      PreparedJob job,
      PreparedTeacher teacher,
      FeatureStore features,
      EngineSession session,
      RunContext context) {
    this.job = job;
    this.teacher = teacher;
    this.features = features;
    this.prefix =
        new Prefix(
            teacher.outputs(),
            (pictures, count) ->
                FrozenRunners.open(
                    session,
                    teacher.network(),
                    teacher.parameters(),
                    teacher.input().shape(),
                    teacher.outputs(),
                    pictures,
                    count),
            context::notice);
    this.intake = Intake.smooth(teacher.input(), context.events(), context.cancel());
    context.tell(
        "Asking %s about %,d pictures, once.".formatted(name(), job.pictures().train().size()));
  }

  private String name() {
    return teacher.model().name();
  }

  /**
   * What it says, of the pictures that can be read.
   *
   * @param memory bytes for what the cache has no room for
   */
  Samples outputs(long memory) {
    return intake
        .features(
            job.pictures().train(),
            List.of(),
            prefix,
            features.shelf(job, teacher),
            memory,
            job.index())
        .train();
  }

  /** Pictures that it could not be asked about. */
  List<ImageProblem> problems() {
    return intake.problems();
  }

  /** What a tail with a teacher is trained for. */
  Objective objective(double smoothing) {
    Teacher settings = teacher.settings();
    return new Objective(smoothing, teacher.size(), settings.weight(), settings.temperature());
  }

  @Override
  public void close() {
    prefix.close();
    intake.close();
  }
}
