package io.thaw.engine;

import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * ONNX Runtime's native libraries, unpacked once beside the training engine's. Left to itself, ONNX
 * Runtime unpacks 22 MB into a new temporary folder at each start, which stays behind when a worker
 * is killed, and always on Windows.
 */
final class OrtLibrary {
  static final String VERSION = "1.23.2";

  private static final String FOLDER_PROPERTY = "onnxruntime.native.path";

  private OrtLibrary() {}

  /**
   * Loads the engine; the same one each time.
   *
   * @throws OrtUnavailableException when it has no library for this machine, or that cannot be
   *     loaded
   */
  static OrtEnvironment load() {
    try {
      if (System.getProperty(FOLDER_PROPERTY) == null) {
        System.setProperty(FOLDER_PROPERTY, unpack().toString());
      }
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      environment.setTelemetry(false);
      return environment;
    } catch (IOException | OrtException | RuntimeException | LinkageError e) {
      throw new OrtUnavailableException("ONNX Runtime could not be loaded on this machine", e);
    }
  }

  private static Path unpack() throws IOException {
    String platform = platform();
    Path folder = Utils.getEngineCacheDir("onnxruntime").resolve(VERSION + "-" + platform);
    Files.createDirectories(folder);
    for (String library : new String[] {"onnxruntime", "onnxruntime4j_jni"}) {
      unpack(platform, System.mapLibraryName(library), folder);
    }
    return folder;
  }

  /** Another process may unpack at the same time: each renames a file of its own. */
  private static void unpack(String platform, String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    URL packed = OrtEnvironment.class.getResource("native/" + platform + "/" + name);
    if (packed == null) {
      throw new FileNotFoundException("there is no " + name + " for " + platform);
    }
    if (Files.exists(file)) {
      return;
    }
    Path temporary = Files.createTempFile(folder, name, ".part");
    try (InputStream input = packed.openStream()) {
      Files.copy(input, temporary, StandardCopyOption.REPLACE_EXISTING);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** As ONNX Runtime names it, for example {@code linux-x64}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String family = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    return family + "-" + (intel ? "x64" : processor);
  }
}
