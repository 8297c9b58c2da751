package io.thaw.project;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the program remembers between two starts: the content of {@code settings.json}.
 *
 * @param version format of the file, {@link #VERSION}
 * @param theme the window's look
 * @param lastModel id or folder of the model picked last; null at first
 * @param lastDataFolder folder of pictures picked last; null at first
 * @param windowWidth in pixels of the screen's scale
 * @param windowHeight in pixels of the screen's scale
 * @param recentRuns run folders, the latest first
 * @param plans what was frozen last, by the model's id or folder, the latest last
 */
public record Settings(
    int version,
    Theme theme,
    String lastModel,
    String lastDataFolder,
    double windowWidth,
    double windowHeight,
    List<String> recentRuns,
    Map<String, SavedPlan> plans) {

  /** The format that this build writes. */
  public static final int VERSION = 1;

  /** Before the user chose anything. */
  public static final Settings DEFAULT =
      new Settings(VERSION, Theme.SYSTEM, null, null, 1280, 800, List.of(), Map.of());

  private static final int RUNS_KEPT = 20;
  private static final int PLANS_KEPT = 50;

  /** Copies list and map; settings of older builds have no plans. */
  public Settings {
    Objects.requireNonNull(theme, "theme");
    recentRuns = List.copyOf(recentRuns);
    plans = plans == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(plans));
  }

  /** The same settings with another look. */
  public Settings withTheme(Theme value) {
    return new Settings(
        version, value, lastModel, lastDataFolder, windowWidth, windowHeight, recentRuns, plans);
  }

  /** The same settings with another last model. */
  public Settings withLastModel(String value) {
    return new Settings(
        version, theme, value, lastDataFolder, windowWidth, windowHeight, recentRuns, plans);
  }

  /** The same settings with another last folder of pictures. */
  public Settings withLastDataFolder(String value) {
    return new Settings(
        version, theme, lastModel, value, windowWidth, windowHeight, recentRuns, plans);
  }

  /** The same settings with another size of the window. */
  public Settings withWindowSize(double width, double height) {
    return new Settings(
        version, theme, lastModel, lastDataFolder, width, height, recentRuns, plans);
  }

  /** The same settings with this run in front of the others; the oldest are forgotten. */
  public Settings withRecentRun(String folder) {
    List<String> runs =
        Stream.concat(Stream.of(folder), recentRuns.stream()).distinct().limit(RUNS_KEPT).toList();
    return new Settings(
        version, theme, lastModel, lastDataFolder, windowWidth, windowHeight, runs, plans);
  }

  /** The same settings with what is frozen in a model; the oldest plans are forgotten. */
  public Settings withPlan(String model, SavedPlan plan) {
    Map<String, SavedPlan> changed = new LinkedHashMap<>(plans);
    changed.remove(model);
    changed.put(model, plan);
    if (changed.size() > PLANS_KEPT) {
      changed.remove(changed.keySet().iterator().next());
    }
    return new Settings(
        version, theme, lastModel, lastDataFolder, windowWidth, windowHeight, recentRuns, changed);
  }
}
