package io.thaw.dataset;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a {@link PictureIndex}, big-endian: mark, version, path of the folder, what is
 * accepted of files, number of files; for each its path, size, time, flags, then what the flags
 * say: kind and words of the problem, number and kinds of the notes, hash, look; last a CRC-32 of
 * everything before.
 */
final class IndexFile {
  private static final int MARK = 0x54685078;

  /** Also counts the rules by which headers are checked and looks are taken. */
  static final int VERSION = 3;

  private static final int CHECKED = 1;
  private static final int PROBLEM = 2;
  private static final int HASH = 4;
  private static final int NOTES = 8;
  private static final int LOOK = 16;
  private static final int HASH_BYTES = 32;

  private IndexFile() {}

  /** Where the index of {@code root}, the absolute name of a folder or table, lies. */
  static Path of(Path cache, String root) {
    byte[] name = root.getBytes(StandardCharsets.UTF_8);
    return cache.resolve(HexFormat.of().formatHex(PictureHash.sha256().digest(name)) + ".idx");
  }

  /** Empty when there is no sound index of this version and folder for such files. */
  static Map<String, FileFacts> read(Path file, String root, Reading reading) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length - Long.BYTES;
      CRC32 check = new CRC32();
      check.update(bytes, 0, end);
      if (ByteBuffer.wrap(bytes).getLong(end) != check.getValue()) {
        return Map.of();
      }
      DataInputStream stream = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
      return read(stream, root, reading);
    } catch (IOException | RuntimeException e) {
      // Everything in it can be found out again.
      return Map.of();
    }
  }

  private static Map<String, FileFacts> read(DataInputStream stream, String root, Reading reading)
      throws IOException {
    Map<String, FileFacts> facts = new HashMap<>();
    boolean known = stream.readInt() == MARK && stream.readInt() == VERSION;
    if (known
        && stream.readUTF().equals(root)
        && new Reading(stream.readBoolean(), stream.readLong()).equals(reading)) {
      for (int left = stream.readInt(); left > 0; left--) {
        facts.put(stream.readUTF(), facts(stream));
      }
    }
    return facts;
  }

  private static FileFacts facts(DataInputStream stream) throws IOException {
    long size = stream.readLong();
    long time = stream.readLong();
    int flags = stream.readByte();
    ProblemKind kind = (flags & PROBLEM) == 0 ? null : ProblemKind.of(stream.readUTF());
    String reason = kind == null ? null : stream.readUTF();
    Set<ProblemKind> notes = EnumSet.noneOf(ProblemKind.class);
    for (int left = (flags & NOTES) == 0 ? 0 : stream.readByte(); left > 0; left--) {
      notes.add(ProblemKind.of(stream.readUTF()));
    }
    byte[] hash = (flags & HASH) == 0 ? null : stream.readNBytes(HASH_BYTES);
    Look look = (flags & LOOK) == 0 ? null : look(stream);
    Findings findings = (flags & CHECKED) == 0 ? null : new Findings(kind, reason, notes);
    return new FileFacts(size, time, findings, hash, look);
  }

  private static Look look(DataInputStream stream) throws IOException {
    return new Look(
        stream.readInt(),
        stream.readInt(),
        stream.readLong(),
        stream.readUnsignedByte(),
        stream.readNBytes(Look.COLOUR_BYTES));
  }

  /** Replaces the index; a reader sees the old one or the new one, never a part. */
  static void write(Path file, String root, Reading reading, Map<String, FileFacts> facts)
      throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "index", ".tmp");
    try {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(temporary))) {
        write(stream, root, reading, facts);
      }
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(
      OutputStream target, String root, Reading reading, Map<String, FileFacts> facts)
      throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32());
    DataOutputStream stream = new DataOutputStream(new BufferedOutputStream(checked));
    stream.writeInt(MARK);
    stream.writeInt(VERSION);
    stream.writeUTF(root);
    stream.writeBoolean(reading.acceptTruncated());
    stream.writeLong(reading.megapixelLimit());
    stream.writeInt(facts.size());
    for (Map.Entry<String, FileFacts> entry : facts.entrySet()) {
      write(stream, entry.getKey(), entry.getValue());
    }
    stream.flush();
    stream.writeLong(checked.getChecksum().getValue());
    stream.flush();
  }

  private static void write(DataOutputStream stream, String path, FileFacts facts)
      throws IOException {
    stream.writeUTF(path);
    stream.writeLong(facts.size());
    stream.writeLong(facts.time());
    Findings findings = facts.findings();
    boolean problem = findings != null && findings.kind() != null;
    boolean notes = findings != null && !findings.notes().isEmpty();
    stream.writeByte(
        (findings == null ? 0 : CHECKED)
            | (problem ? PROBLEM : 0)
            | (notes ? NOTES : 0)
            | (facts.hash() == null ? 0 : HASH)
            | (facts.look() == null ? 0 : LOOK));
    if (problem) {
      stream.writeUTF(findings.kind().jsonName());
      stream.writeUTF(findings.reason());
    }
    if (notes) {
      stream.writeByte(findings.notes().size());
      for (ProblemKind note : findings.notes()) {
        stream.writeUTF(note.jsonName());
      }
    }
    if (facts.hash() != null) {
      stream.write(facts.hash());
    }
    if (facts.look() != null) {
      write(stream, facts.look());
    }
  }

  private static void write(DataOutputStream stream, Look look) throws IOException {
    stream.writeInt(look.width());
    stream.writeInt(look.height());
    stream.writeLong(look.hash());
    stream.writeByte(look.spread());
    stream.write(look.colours());
  }
}
