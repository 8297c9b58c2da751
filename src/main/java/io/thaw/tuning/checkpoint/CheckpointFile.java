package io.thaw.tuning.checkpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.thaw.engine.Tensor;
import io.thaw.job.BadJobException;
import io.thaw.job.JsonFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The file of a {@link Checkpoint}, big endian: the eight letters {@code THAWCHKP}, the version,
 * the length of the header in bytes, the header as JSON in UTF-8, the values of every array that it
 * lists as float32, and SHA-256 over all that. Every version ends with that digest.
 */
final class CheckpointFile {
  /** The format that this build writes. */
  static final int VERSION = 1;

  private static final byte[] MAGIC = "THAWCHKP".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST = 32;
  private static final int BUFFER = 1 << 16;

  private CheckpointFile() {}

  /**
   * Writes a new file and forces it to the disk.
   *
   * @throws IOException when that fails; part of the file may be there
   */
  static void write(Path file, Checkpoint checkpoint) throws IOException {
    byte[] header = JsonFiles.mapper().writeValueAsBytes(CheckpointHeader.of(checkpoint));
    MessageDigest digest = sha256();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      DataOutputStream out =
          new DataOutputStream(
              new BufferedOutputStream(
                  new DigestOutputStream(Channels.newOutputStream(channel), digest), BUFFER));
      out.write(MAGIC);
      out.writeInt(VERSION);
      out.writeInt(header.length);
      out.write(header);
      for (Tensor tensor : CheckpointHeader.tensors(checkpoint)) {
        out.write(bytes(tensor.values()));
      }
      out.flush();
      ByteBuffer end = ByteBuffer.wrap(digest.digest());
      while (end.hasRemaining()) {
        channel.write(end);
      }
      channel.force(true);
    }
  }

  /** Values as they are, a number that is none included. */
  private static byte[] bytes(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES));
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  /**
   * Reads a file.
   *
   * @throws DamagedCheckpointException when any byte of it is not as it was written
   * @throws BadJobException when it is whole, but of a newer format
   */
  static Checkpoint read(Path file) throws DamagedCheckpointException {
    try {
      requireWhole(file);
      try (DataInputStream in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
        return parse(file, in);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedCheckpointException(file + " is damaged or cannot be read.", e);
    }
  }

  private static void requireWhole(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] block = new byte[BUFFER];
      long left = Files.size(file) - DIGEST;
      while (left > 0) {
        int read = in.read(block, 0, (int) Math.min(block.length, left));
        if (read < 0) {
          throw new EOFException("the file became shorter");
        }
        digest.update(block, 0, read);
        left -= read;
      }
      if (left < 0 || !MessageDigest.isEqual(digest.digest(), in.readNBytes(DIGEST))) {
        throw new IOException("its digest is another one");
      }
    }
  }

  private static Checkpoint parse(Path file, DataInputStream in) throws IOException {
    if (!MessageDigest.isEqual(MAGIC, in.readNBytes(MAGIC.length))) {
      throw new IOException("it is no checkpoint");
    }
    int version = in.readInt();
    if (version > VERSION) {
      throw new BadJobException(
          file + " has format version " + version + "; this build reads up to " + VERSION + ".");
    }
    byte[] json = new byte[in.readInt()];
    in.readFully(json);
    ObjectMapper mapper = JsonFiles.mapper();
    CheckpointHeader header = mapper.readValue(json, CheckpointHeader.class);
    List<Tensor> tensors = new ArrayList<>();
    for (CheckpointHeader.Entry entry : header.arrays()) {
      byte[] bytes = new byte[Math.toIntExact(entry.shape().elements() * Float.BYTES)];
      in.readFully(bytes);
      float[] values = new float[bytes.length / Float.BYTES];
      ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
      tensors.add(new Tensor(entry.shape(), values));
    }
    return header.with(tensors);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
