package io.thaw.ui.pictures;

import io.thaw.dataset.DatasetEdits;
import io.thaw.dataset.DeepReport;
import io.thaw.dataset.Fit;
import io.thaw.dataset.PictureLoader;
import io.thaw.dataset.Reading;
import io.thaw.dataset.RemarkKind;
import io.thaw.dataset.ScanReport;
import io.thaw.dataset.UnreadablePictureException;
import io.thaw.job.NetworkComparison;
import io.thaw.ui.common.LatestTask;
import io.thaw.ui.images.ImagesModel;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.InvalidationListener;

/**
 * Keeps the list of pictures in step with the folder, the decisions and the filter, and turns what
 * the user does into decisions. All methods are for the FX thread.
 */
public final class PicturesController {
  private static final System.Logger LOG = System.getLogger(PicturesController.class.getName());

  /** Only whether a file can be decoded counts. */
  private static final PictureLoader TRIAL = new PictureLoader(8, 8, Fit.STRETCH, Reading.LENIENT);

  private final PicturesModel model;
  private final ImagesModel images;
  private final LatestTask<Listing> listing;
  private final LatestTask<List<PictureRow>> trial;

  /** What shall be the current picture as soon as it is on show; null for nothing. */
  private Path target;

  /**
   * A controller.
   *
   * @param background where lists are put together and files tried
   * @param foreground where models may be changed
   */
  public PicturesController(
      PicturesModel model, ImagesModel images, Executor background, Executor foreground) {
    this.model = model;
    this.images = images;
    this.listing = new LatestTask<>(background, foreground);
    this.trial = new LatestTask<>(background, foreground);
    InvalidationListener refresh = changed -> refresh();
    images.reportProperty().addListener(refresh);
    images.editsProperty().addListener(refresh);
    images.deepProperty().addListener(refresh);
    model.filterProperty().addListener(refresh);
    model.alike().resultProperty().addListener((property, before, now) -> heard(before, now));
    images.folderProperty().addListener((property, before, now) -> begin());
  }

  /** Shows all pictures with something in common. */
  public void show(Topic topic) {
    model.filterProperty().set(Filter.NONE.withTopic(topic));
  }

  /** Makes a file the current one, whatever the filter; does nothing if it is not there. */
  void goTo(Path file) {
    int place = model.selection().placeOf(file);
    if (place >= 0) {
      model.selection().select(place);
    } else {
      target = file;
      model.filterProperty().set(Filter.NONE);
    }
  }

  /** Leaves out what is selected. */
  void leaveOut() {
    leaveOut(model.selection().rows());
  }

  /** Leaves out all that are on show. */
  void leaveOutShown() {
    leaveOut(model.listingProperty().get().shown());
  }

  private void leaveOut(List<PictureRow> rows) {
    List<String> paths = paths(rows, PictureRow::canLeaveOut);
    if (!paths.isEmpty()) {
      decide(images.editsProperty().get().exclude(paths), count(paths.size()) + " left out.");
    }
  }

  /** Uses what is selected, as far as it can be. */
  void use() {
    List<PictureRow> rows = model.selection().rows().stream().filter(PictureRow::canUse).toList();
    List<PictureRow> early = rows.stream().filter(PicturesController::endsEarly).toList();
    if (early.isEmpty()) {
      use(rows, early);
    } else {
      trial.submit(
          () -> early.stream().filter(PicturesController::canBeDecoded).toList(),
          good -> use(rows, good),
          problem -> LOG.log(System.Logger.Level.WARNING, "Pictures could not be tried.", problem));
    }
  }

  private static boolean endsEarly(PictureRow row) {
    return row.problem().kind().isForgivable();
  }

  private static boolean canBeDecoded(PictureRow row) {
    try {
      TRIAL.load(row.file());
      return true;
    } catch (UnreadablePictureException e) {
      LOG.log(System.Logger.Level.DEBUG, "Not even in part: " + e.getMessage());
      return false;
    }
  }

  private void use(List<PictureRow> rows, List<PictureRow> partial) {
    List<String> sound = paths(rows, row -> !endsEarly(row));
    List<String> early = paths(partial, row -> true);
    int lost = rows.size() - sound.size() - early.size();
    String more = lost == 0 ? "" : " Of " + count(lost) + " there is too little to be used.";
    if (sound.isEmpty() && early.isEmpty()) {
      model.messageProperty().set(more.strip());
    } else {
      decide(
          images.editsProperty().get().readmit(sound).include(early),
          count(sound.size() + early.size()) + " used." + more);
    }
  }

  /** Uses all pictures whose files end early, or none but those that were chosen one by one. */
  void acceptTruncated(boolean accept) {
    decide(
        images.editsProperty().get().acceptTruncated(accept),
        accept
            ? "Pictures that are cut short are used."
            : "Pictures that are cut short are not used.");
  }

  /** Gives what is selected another class; a name in other letters is that of a class there is. */
  void changeClass(String typed) {
    String name = existing(typed.strip());
    List<PictureRow> rows =
        model.selection().rows().stream().filter(PictureRow::canChangeClass).toList();
    model.choosingClassProperty().set(false);
    if (!name.isEmpty() && !rows.isEmpty()) {
      DatasetEdits edits = images.editsProperty().get();
      decide(
          edits
              .restoreLabel(paths(rows, row -> row.folderClass().equals(name)))
              .relabel(paths(rows, row -> !row.folderClass().equals(name)), name),
          count(rows.size()) + " now of class '" + name + "'.");
    }
  }

  private String existing(String name) {
    return images.reportProperty().get().classes().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .orElse(name);
  }

  /** Keeps what is alike to what is selected on one side of the split. */
  void keepTogether() {
    keepTogether(model.selection().rows());
  }

  /** Keeps every group of which a picture is on show on one side of the split. */
  void keepTogetherShown() {
    keepTogether(model.listingProperty().get().shown());
  }

  private void keepTogether(List<PictureRow> rows) {
    Path folder = images.reportProperty().get().folder();
    Set<List<String>> groups = new LinkedHashSet<>();
    for (PictureRow row : rows) {
      if (row.canKeepTogether()) {
        row.alike()
            .forEach(
                files ->
                    groups.add(files.stream().map(it -> DatasetEdits.path(folder, it)).toList()));
      }
    }
    if (!groups.isEmpty()) {
      int pictures = groups.stream().mapToInt(List::size).sum();
      decide(
          images.editsProperty().get().keepTogether(groups),
          count(pictures) + " kept on one side, each with what is alike to it.");
    }
  }

  /** What is selected may lie on another side than what it was kept with. */
  void letApart() {
    List<String> paths = paths(model.selection().rows(), PictureRow::isKeptTogether);
    if (!paths.isEmpty()) {
      decide(
          images.editsProperty().get().separate(paths),
          count(paths.size()) + " no longer kept with others.");
    }
  }

  /**
   * Shows what a network has found, once, as other decisions change it as well; and everything when
   * that is void.
   */
  private void heard(NetworkComparison before, NetworkComparison now) {
    if (before == null && now != null && !now.groups().isEmpty()) {
      show(
          Topic.of(
              now.acrossClasses() < now.groups().size()
                  ? RemarkKind.NETWORK_ALIKE
                  : RemarkKind.NETWORK_ALIKE_CLASSES));
    }
    if (now == null && model.filterProperty().get().topic().isOfNetwork()) {
      show(Topic.ALL);
    }
    refresh();
  }

  /** Takes the last decision back. */
  void undo() {
    images.history().undo();
    model.messageProperty().set("");
  }

  /** Decides again what was taken back. */
  void redo() {
    images.history().redo();
    model.messageProperty().set("");
  }

  private void decide(DatasetEdits edits, String message) {
    trial.cancel();
    images.editsProperty().set(edits);
    model.messageProperty().set(message);
  }

  private static String count(int pictures) {
    return pictures == 1 ? "1 picture" : "%,d pictures".formatted(pictures);
  }

  private static List<String> paths(List<PictureRow> rows, Predicate<PictureRow> which) {
    return rows.stream().filter(which).map(PictureRow::path).toList();
  }

  private void begin() {
    trial.cancel();
    model.filterProperty().set(Filter.NONE);
    model.messageProperty().set("");
    model.choosingClassProperty().set(false);
  }

  private void show(Listing now) {
    model.show(now);
    if (target != null) {
      model.selection().select(model.selection().placeOf(target));
      target = null;
    }
  }

  private void refresh() {
    ScanReport raw = images.rawProperty().get();
    ScanReport edited = images.reportProperty().get();
    DatasetEdits edits = images.editsProperty().get();
    DeepReport deep = images.deepProperty().get();
    NetworkComparison found = model.alike().resultProperty().get();
    List<List<String>> alike = found == null ? List.of() : found.groups();
    Filter filter = model.filterProperty().get();
    if (raw == null || edited == null) {
      listing.cancel();
      model.show(Listing.EMPTY);
      return;
    }
    listing.submit(
        () -> Listing.of(PictureRows.of(raw, edited, edits, deep, alike), filter),
        this::show,
        problem -> LOG.log(System.Logger.Level.ERROR, "Pictures could not be listed.", problem));
  }
}
