package io.thaw.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Remembers what was found out about the files of one folder, so that files that have not changed
 * are not opened again. A file counts as unchanged when path, size and time of change are the same;
 * a file of the same size whose time was set back is therefore taken for the old one. A time less
 * than two seconds before the file was looked at proves nothing, as a later change may bear the
 * same: such files are not remembered. Of a file in an archive its checksum counts, not its time.
 * Safe for use by several threads; several processes may keep the index of one folder, the last to
 * save wins.
 */
public final class PictureIndex {
  private static final System.Logger LOG = System.getLogger(PictureIndex.class.getName());

  private final String name;
  private final Path given;
  private final Path root;
  private final Path file;
  private final Reading reading;
  private final Map<String, FileFacts> facts;
  private volatile boolean changed;

  private PictureIndex(Path data, Path file, Reading reading, Map<String, FileFacts> facts) {
    this.name = PicturePaths.absoluteText(data);
    this.given = Files.isRegularFile(data) ? PictureTable.folder(data) : data;
    this.root = absolute(given);
    this.file = file;
    this.reading = strict(reading);
    this.facts = new ConcurrentHashMap<>(facts);
  }

  private static Reading strict(Reading reading) {
    return new Reading(false, reading.megapixelLimit());
  }

  /** Opens the index of {@code root} with the usual limit for the size of pictures. */
  public static PictureIndex open(Path cache, Path root) {
    return open(cache, root, Reading.DEFAULT);
  }

  /**
   * Opens the index of {@code root}. One that is missing, damaged, of another folder or of another
   * version, or that was made with another limit for the size of pictures, counts as empty.
   *
   * @param cache folder for the indices of all folders; made when something is saved
   * @param root the folder or the table of pictures
   * @param reading has the limit; what ends early is remembered as that, whoever accepts it
   */
  public static PictureIndex open(Path cache, Path root, Reading reading) {
    String name = PicturePaths.absoluteText(root);
    Path file = IndexFile.of(cache, name);
    return new PictureIndex(root, file, reading, IndexFile.read(file, name, strict(reading)));
  }

  /** An index that is never saved, with the usual limit for the size of pictures. */
  public static PictureIndex inMemory(Path root) {
    return inMemory(root, Reading.DEFAULT);
  }

  /** An index that is never saved. */
  public static PictureIndex inMemory(Path root, Reading reading) {
    return new PictureIndex(root, null, reading, Map.of());
  }

  /**
   * SHA-256 of a picture's file, computed only when it is not known.
   *
   * @return 32 bytes; empty when the file cannot be read
   */
  public Optional<byte[]> contentHash(Path picture) {
    try {
      FileFacts state = state(picture);
      FileFacts known = facts.get(key(picture));
      if (state.isSameState(known) && known.hash() != null) {
        return Optional.of(known.hash().clone());
      }
      long now = System.currentTimeMillis();
      byte[] hash = digest(picture);
      if (state.isSameState(state(picture))) {
        remember(picture, state, now, old -> old.withHash(hash.clone()));
      }
      return Optional.of(hash);
    } catch (IOException e) {
      // The caller treats it as a file of its own; decoding it reports the problem.
      return Optional.empty();
    }
  }

  /** What is known of a picture's header; null when it must be checked. */
  Findings known(Path picture, BasicFileAttributes attributes) {
    FileFacts known = facts.get(key(picture));
    return FileFacts.of(picture, attributes).isSameState(known) ? known.findings() : null;
  }

  /**
   * Checks a picture's header and remembers the outcome.
   *
   * @param attributes of the file, read before
   */
  Findings check(Path picture, BasicFileAttributes attributes) {
    long now = System.currentTimeMillis();
    Findings findings = HeaderCheck.of(picture, reading);
    if (findings.kind() == null || !findings.kind().isPassing()) {
      remember(picture, FileFacts.of(picture, attributes), now, old -> old.withFindings(findings));
    }
    return findings;
  }

  /**
   * What a picture looks like; decodes it only when that is not known. A file that cannot be
   * decoded is remembered as one with a problem, so that the next scan finds it at once.
   *
   * @param early whether a file that ends early is looked at as far as it goes
   * @throws UnreadablePictureException whatever is wrong with the file
   */
  Look look(Path picture, boolean early) throws UnreadablePictureException {
    Reading accepted = new Reading(early, reading.megapixelLimit());
    FileFacts state;
    try {
      state = state(picture);
    } catch (IOException e) {
      return Look.at(picture, accepted); // It finds out the same and says it better.
    }
    FileFacts known = facts.get(key(picture));
    boolean same = state.isSameState(known);
    if (same && !early && known.hasProblem()) {
      throw known.problem(picture);
    }
    if (same && known.look() != null) {
      return known.look();
    }
    long now = System.currentTimeMillis();
    try {
      Look look = Look.at(picture, accepted);
      remember(picture, state, now, old -> old.withLook(look));
      return look;
    } catch (UnreadablePictureException e) {
      if (!e.kind().isPassing()) {
        remember(picture, state, now, old -> old.withFindings(Findings.of(e)));
      }
      throw e;
    }
  }

  private void remember(
      Path picture, FileFacts state, long now, UnaryOperator<FileFacts> addition) {
    if (state.isSettledAt(now)) {
      facts.compute(
          key(picture), (key, old) -> addition.apply(state.isSameState(old) ? old : state));
      changed = true;
    }
  }

  /** Forgets all files but these. */
  void retain(Collection<Path> pictures) {
    Set<String> keys = pictures.stream().map(this::key).collect(Collectors.toSet());
    changed |= facts.keySet().retainAll(keys);
  }

  /**
   * Writes what is new. An index only saves time: where it cannot be written, a line in the log
   * says so and the work goes on.
   */
  public void save() {
    if (file == null || !changed) {
      return;
    }
    changed = false;
    try {
      IndexFile.write(file, name, reading, Map.copyOf(facts));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "The index of pictures cannot be kept: " + e);
    }
  }

  private String key(Path picture) {
    if (picture.startsWith(given)) {
      return PicturePaths.relative(given, picture);
    }
    Path absolute = absolute(picture);
    return absolute.startsWith(root) ? PicturePaths.relative(root, absolute) : absolute.toString();
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static FileFacts state(Path picture) throws IOException {
    return FileFacts.of(picture, Files.readAttributes(picture, BasicFileAttributes.class));
  }

  private static byte[] digest(Path picture) throws IOException {
    MessageDigest digest = PictureHash.sha256();
    try (InputStream stream = PictureInput.stream(picture)) {
      byte[] block = new byte[1 << 16];
      for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
        digest.update(block, 0, read);
      }
      return digest.digest();
    }
  }
}
