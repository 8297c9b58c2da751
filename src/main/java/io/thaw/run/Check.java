package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.BadDatasetException;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepLook;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.PictureSource;
import io.thaw.dataset.Remark;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import io.thaw.job.CancelToken;
import io.thaw.job.CheckResult;
import io.thaw.job.ThawFolders;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Looks at every picture of a folder before anything is trained, and says what it found. */
public final class Check {
  private final Catalogue catalogue;
  private final ThawFolders folders;

  /**
   * A check.
   *
   * @param catalogue of models that can be asked about the pictures
   * @param folders where it is kept what is known of folders of pictures
   */
  public Check(Catalogue catalogue, ThawFolders folders) {
    this.catalogue = catalogue;
    this.folders = folders;
  }

  /**
   * What a run would be told.
   *
   * @param edits what was decided about single pictures
   * @param share of each class to check with
   * @param test share of each class that is kept for a test; 0 for none
   * @param seed of the split
   * @param model id or folder of a network that compares the pictures; null for none
   */
  public record Asked(DatasetEdits edits, double share, double test, long seed, String model) {}

  /**
   * Looks.
   *
   * @param asked for the split that is told in the end
   * @param soFar told what was found, once after the first look at the headers and then every few
   *     seconds
   * @throws BadDatasetException when there is no such folder or table, or it cannot be read
   * @throws CancellationException when cancelled; what was found out is remembered
   * @throws io.thaw.catalogue.BadModelException when the model is missing or cannot be used
   */
  public CheckResult run(
      PictureSource source, Asked asked, Consumer<CheckResult> soFar, CancelToken cancel) {
    AlikeSearch search =
        asked.model == null ? null : new AlikeSearch(asked.model, catalogue, folders);
    PictureIndex index = PictureIndex.open(folders.indices(), source.data());
    ScanReport first = asked.edits.apply(source.scan(count -> {}, cancel::isCancelled, index));
    int all = first.images().size();
    soFar.accept(result(new DeepReport(first, List.of()), 0, all));
    Told told = new Told(index, soFar);
    DeepReport report =
        DeepLook.look(first, index, asked.edits.acceptTruncated(), told, cancel::isCancelled);
    if (search == null) {
      return split(report, asked, index, all).result;
    }
    CheckResult before = result(report, all, all);
    List<Remark> alike =
        search.run(report, index, it -> soFar.accept(before.with(it, List.of())), cancel);
    Split split = split(report.with(alike), asked, index, all);
    return split.result.with(search.told(alike, report.scan(), split.plan), search.notices());
  }

  private record Split(CheckResult result, SplitPlan plan) {}

  /** The split that a run would make may find one more reason why there can be none. */
  private static Split split(DeepReport report, Asked asked, PictureIndex index, int all) {
    try {
      SplitPlan plan = SplitPlan.of(report, asked.share, asked.test, asked.seed, index);
      return new Split(CheckResult.of(report, null, all, all).with(plan), plan);
    } catch (BadDatasetException e) {
      return new Split(CheckResult.of(report, e.getMessage(), all, all), null);
    }
  }

  private static CheckResult result(DeepReport report, int checked, int all) {
    return CheckResult.of(report, unusable(report.scan()), checked, all);
  }

  private static String unusable(ScanReport scan) {
    try {
      scan.requireUsable();
      return null;
    } catch (BadDatasetException e) {
      return e.getMessage();
    }
  }

  private static final class Told implements DeepLook.Listener {
    private final PictureIndex index;
    private final Consumer<CheckResult> soFar;
    private int done;
    private int all;

    Told(PictureIndex index, Consumer<CheckResult> soFar) {
      this.index = index;
      this.soFar = soFar;
    }

    @Override
    public void progress(int pictures, int ofAll) {
      done = pictures;
      all = ofAll;
    }

    @Override
    public void partial(DeepReport report) {
      soFar.accept(result(report, done, all));
      // Whoever ends this process by force loses no more than the last seconds.
      index.save();
    }
  }
}
