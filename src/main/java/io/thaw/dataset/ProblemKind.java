package io.thaw.dataset;

import java.util.Arrays;
import java.util.Locale;

/** What is the matter with a file, for programs; a sentence for people stands beside it. */
public enum ProblemKind {
  /** The file has no bytes. */
  EMPTY,
  /** The file ends before the picture does. */
  TRUNCATED,
  /** The file begins as a picture does, but cannot be decoded. */
  DAMAGED,
  /** A picture, but of a format or with colours that are not read. */
  UNSUPPORTED_FORMAT,
  /** Something else than a picture. */
  NOT_A_PICTURE,
  /** The file declares more pixels than are accepted, whether it has them or not. */
  TOO_LARGE,
  /** This process has too little memory for the picture. */
  NO_MEMORY,
  /** There is no such file. */
  MISSING,
  /** The operating system does not give the file's bytes away. */
  UNREADABLE,
  /** A folder that is not used or cannot be entered. */
  FOLDER,
  /** A picture that belongs to no class. */
  OUTSIDE_CLASS,
  /** A row of a table without a class. */
  NO_LABEL,
  /** A row of a table that does not name a file: nothing at all, or an address in the web. */
  NOT_A_FILE,
  /** Rows of a table that say different things of the same file. */
  CONFLICTING_ROWS,
  /** A row of a table with a split that puts the picture on no side of it. */
  NO_SIDE,
  /** A picture that the user does not want to be used, see {@link DatasetEdits}. */
  EXCLUDED,
  /** Decoded, although the name speaks of another format. */
  WRONG_EXTENSION,
  /** Decoded, but only the first of several pictures. */
  ANIMATED,
  /** Decoded and turned upright, as the file's orientation tag says. */
  EXIF_ROTATED,
  /** Used once, although rows of a table name it several times. */
  REPEATED_ROW;

  /** The name in JSON and in files, which never changes: {@code wrong-extension}. */
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the file is used all the same. */
  public boolean isNote() {
    return this == WRONG_EXTENSION
        || this == ANIMATED
        || this == EXIF_ROTATED
        || this == REPEATED_ROW;
  }

  /**
   * The kind with this {@link #jsonName}.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static ProblemKind of(String jsonName) {
    return Arrays.stream(values())
        .filter(kind -> kind.jsonName().equals(jsonName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of problem: " + jsonName));
  }

  /**
   * Whether a file of a class can be used despite this problem if the user wants it: there is a
   * picture to decode.
   */
  public boolean isForgivable() {
    return this == TRUNCATED;
  }

  /** Whether the same file may be found without this problem the next time. */
  boolean isPassing() {
    return this == MISSING || this == UNREADABLE || this == NO_MEMORY;
  }
}
