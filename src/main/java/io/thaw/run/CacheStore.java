package io.thaw.run;

import io.thaw.job.CacheSettings;
import io.thaw.job.ThawFolders;
import io.thaw.tuning.cache.CacheBudget;
import io.thaw.tuning.cache.CacheContents;
import io.thaw.tuning.cache.FeatureCache;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The user's feature cache with the budget that the settings say. */
public final class CacheStore {
  private final ThawFolders folders;
  private final Consumer<String> troubles;

  /**
   * The store in these folders.
   *
   * @param troubles told in one sentence, from any thread, what is wrong with settings or cache
   */
  public CacheStore(ThawFolders folders, Consumer<String> troubles) {
    this.folders = folders;
    this.troubles = troubles;
  }

  /** The cache for a run that begins now. */
  public FeatureCache open() {
    return open(CacheSettings.read(folders.settings(), troubles));
  }

  private FeatureCache open(CacheSettings settings) {
    return new FeatureCache(folder(), new CacheBudget(settings.budgetBytes()), troubles);
  }

  private Path folder() {
    return folders.pictures().resolve("features");
  }

  /**
   * What the cache holds now.
   *
   * @throws IOException when it cannot be read
   */
  public CacheReport report() throws IOException {
    CacheSettings settings = CacheSettings.read(folders.settings(), troubles);
    CacheContents contents = open(settings).contents();
    return new CacheReport(
        folder(),
        contents.bytes(),
        contents.records(),
        contents.budgetBytes(),
        settings.budgetBytes() == 0,
        contents.sets().stream()
            .map(
                it ->
                    new CacheReport.Set(it.description(), it.records(), it.bytes(), it.lastUsed()))
            .toList());
  }

  /**
   * Sets the budget and shrinks the cache to it.
   *
   * @param bytes 0 lets the disk decide
   * @return bytes removed
   * @throws io.thaw.job.BadJobException when the settings cannot be written
   * @throws IOException when the cache cannot be read
   */
  public long setBudget(long bytes) throws IOException {
    CacheSettings settings = new CacheSettings(CacheSettings.VERSION, bytes);
    settings.write(folders.settings());
    return open(settings).trim();
  }

  /**
   * Empties the cache, but for what runs are writing right now.
   *
   * @return bytes removed
   * @throws IOException when it cannot be read
   */
  public long clear() throws IOException {
    return open().clear();
  }
}
