package io.thaw.network;

import java.io.IOException;
import java.nio.file.Path;

/** Reads and writes MXNet's symbol files ({@code NAME-symbol.json}). */
public final class SymbolJson {
  private SymbolJson() {}

  /**
   * Reads a network.
   *
   * @throws BadNetworkException if the text is not a network
   */
  public static Network read(String json) {
    throw new UnsupportedOperationException();
  }

  /**
   * Reads a network from a file.
   *
   * @throws BadNetworkException if the file is not a network; the message names the file
   * @throws IOException if the file cannot be read
   */
  public static Network read(Path file) throws IOException {
    throw new UnsupportedOperationException();
  }

  /** The text of a symbol file that MXNet 1.9 loads. */
  public static String write(Network network) {
    throw new UnsupportedOperationException();
  }
}
