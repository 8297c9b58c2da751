package io.thaw.run;

import io.thaw.catalogue.Catalogue;
import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.GroupRemarks;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PictureIndex;
import io.thaw.dataset.Remark;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.SplitPlan;
import io.thaw.evaluation.LookAlikes;
import io.thaw.job.CancelToken;
import io.thaw.job.JobEvent;
import io.thaw.job.NetworkComparison;
import io.thaw.job.ThawFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Has a network say which pictures are alike that do not look the same pixel by pixel. */
final class AlikeSearch {
  private final String model;
  private final NetworkFeatures features;
  private final List<String> notices = new ArrayList<>();

  /**
   * A search, which complains at once when the model cannot be used.
   *
   * @param model an id of the catalogue or a model folder
   */
  AlikeSearch(String model, Catalogue catalogue, ThawFolders folders) {
    this.model = model;
    this.features =
        new NetworkFeatures(
            catalogue.resolve(model),
            new FeatureStore(() -> new CacheStore(folders, notices::add).open()));
  }

  /**
   * Searches.
   *
   * @param soFar told how far it is
   * @return a remark for each family
   * @throws CancellationException when cancelled
   */
  List<Remark> run(
      DeepReport report,
      PictureIndex index,
      Consumer<NetworkComparison> soFar,
      CancelToken cancel) {
    List<LabeledImage> images = report.scan().images();
    soFar.accept(NetworkComparison.under(model, 0, images.size()));
    NetworkFeatures.Rows rows =
        features.of(images, index, event -> heard(event, images.size(), soFar), cancel);
    List<List<Path>> pairs =
        LookAlikes.find(rows.rows(), cancel::isCancelled).stream()
            .map(pair -> List.of(file(rows, pair.one()), file(rows, pair.other())))
            .toList();
    return GroupRemarks.alike(report.scan(), GroupRemarks.families(report, pairs));
  }

  private static Path file(NetworkFeatures.Rows rows, int index) {
    return rows.images().get(index).file();
  }

  private void heard(JobEvent event, int pictures, Consumer<NetworkComparison> soFar) {
    if (event instanceof JobEvent.Progress progress) {
      soFar.accept(NetworkComparison.under(model, (int) progress.done(), pictures));
    } else if (event instanceof JobEvent.Notice notice) {
      notices.add(notice.message());
    }
  }

  /** What the user should know of how the search went, in sentences. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  /**
   * The outcome.
   *
   * @param found what {@link #run} returned
   * @param plan the split; null where none can be made
   */
  NetworkComparison told(List<Remark> found, ScanReport scan, SplitPlan plan) {
    int pictures = scan.images().size();
    return new NetworkComparison(
        model,
        pictures,
        pictures,
        true,
        found.stream().map(it -> paths(scan, it)).toList(),
        (int) found.stream().filter(it -> it.kind() == RemarkKind.NETWORK_ALIKE_CLASSES).count(),
        plan == null ? 0 : plan.shared(found),
        (int) found.stream().filter(it -> isKept(scan, it)).count());
  }

  private static List<String> paths(ScanReport scan, Remark remark) {
    return remark.files().stream().map(it -> DatasetEdits.path(scan.folder(), it)).toList();
  }

  private static boolean isKept(ScanReport scan, Remark remark) {
    return scan.together().stream().anyMatch(group -> group.containsAll(remark.files()));
  }
}
