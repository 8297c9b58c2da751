package io.thaw.engine;

import io.thaw.network.TensorShape;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * MXNet's native list of arrays ({@code NDArray::Save} and {@code NDArray::Load} in MXNet 1.9's
 * {@code src/ndarray/ndarray.cc}), little endian: magic 0x112 and a reserved word, the number of
 * arrays, each array (magic, storage type, dimensions, device, data type, data), the number of
 * names, each name with its length.
 */
public final class NativeParameterFile {
  private static final long LIST_MAGIC = 0x112;
  private static final int ARRAY_MAGIC_V2 = 0xF993fac9;
  private static final int ARRAY_MAGIC_V3 = 0xF993faca;
  private static final int FLOAT32 = 0;
  private static final int FLOAT64 = 1;
  private static final int FLOAT16 = 2;
  private static final int CPU = 1;

  private NativeParameterFile() {}

  /**
   * The arrays by name, without {@code arg:} and {@code aux:}.
   *
   * @throws BadParametersException when the file is truncated, damaged or of another format
   */
  static Map<String, Tensor> read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new BadParametersException(file + " is larger than 2 GB, which Thaw cannot read.");
      }
      ByteBuffer buffer = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      return parse(buffer.order(ByteOrder.LITTLE_ENDIAN));
    } catch (BufferUnderflowException e) {
      throw new BadParametersException(
          "The parameters " + file + " are truncated: the file ends too early.", e);
    } catch (MalformedListException e) {
      throw new BadParametersException(
          "The parameters " + file + " are damaged: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw new BadParametersException("The parameters " + file + " could not be read.", e);
    }
  }

  private static final class MalformedListException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedListException(String message) {
      super(message);
    }
  }

  private static Map<String, Tensor> parse(ByteBuffer buffer) {
    if (buffer.getLong() != LIST_MAGIC) {
      throw new MalformedListException("it is no list of MXNet arrays");
    }
    buffer.getLong();
    int count = count(buffer, "arrays");
    List<Tensor> tensors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tensors.add(tensor(buffer));
    }
    if (count(buffer, "names") != count) {
      throw new MalformedListException("it names another number of arrays than it holds");
    }
    Map<String, Tensor> named = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      named.put(name(buffer), tensor);
    }
    return named;
  }

  private static int count(ByteBuffer buffer, String what) {
    long count = buffer.getLong();
    if (count < 0 || count > buffer.remaining()) {
      throw new MalformedListException("it claims to hold " + count + " " + what);
    }
    return (int) count;
  }

  private static Tensor tensor(ByteBuffer buffer) {
    int magic = buffer.getInt();
    if (magic != ARRAY_MAGIC_V2 && magic != ARRAY_MAGIC_V3) {
      throw new MalformedListException("an array begins with the unknown mark " + magic);
    }
    if (buffer.getInt() != 0) {
      throw new MalformedListException("an array is stored sparsely");
    }
    TensorShape shape = shape(buffer);
    buffer.getLong();
    return new Tensor(shape, values(buffer, buffer.getInt(), shape.elements()));
  }

  private static TensorShape shape(ByteBuffer buffer) {
    int rank = buffer.getInt();
    if (rank < 1 || rank > 8) {
      throw new MalformedListException("an array has " + rank + " dimensions");
    }
    int[] sizes = new int[rank];
    for (int i = 0; i < rank; i++) {
      long size = buffer.getLong();
      if (size < 0 || size > Integer.MAX_VALUE) {
        throw new MalformedListException("an array has a dimension of " + size);
      }
      sizes[i] = (int) size;
    }
    return TensorShape.of(sizes);
  }

  private static float[] values(ByteBuffer buffer, int type, long count) {
    int width = width(type);
    if (count > buffer.remaining() / width) {
      throw new BufferUnderflowException();
    }
    float[] values = new float[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case FLOAT32 -> buffer.getFloat();
            case FLOAT64 -> (float) buffer.getDouble();
            default -> halfToFloat(buffer.getShort());
          };
    }
    return values;
  }

  private static int width(int type) {
    return switch (type) {
      case FLOAT32 -> Float.BYTES;
      case FLOAT64 -> Double.BYTES;
      case FLOAT16 -> Short.BYTES;
      default -> throw new MalformedListException("an array has the unknown data type " + type);
    };
  }

  /** IEEE 754 binary16 to binary32. */
  private static float halfToFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >> 10) & 0x1f;
    int fraction = half & 0x3ff;
    if (exponent == 0) {
      float value = fraction * 0x1p-24f;
      return sign == 0 ? value : -value;
    }
    int widened = exponent == 0x1f ? 0xff : exponent + 112;
    return Float.intBitsToFloat(sign | widened << 23 | fraction << 13);
  }

  private static String name(ByteBuffer buffer) {
    byte[] bytes = new byte[count(buffer, "characters in a name")];
    buffer.get(bytes);
    String name = new String(bytes, StandardCharsets.UTF_8);
    return name.startsWith("arg:") || name.startsWith("aux:") ? name.substring(4) : name;
  }

  /**
   * Writes arrays as float32 under a temporary name and renames the file.
   *
   * @param auxiliary names of running statistics, which MXNet keeps under {@code aux:}
   */
  public static void write(Path file, Map<String, Tensor> tensors, Set<String> auxiliary)
      throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      put(channel, tensors, auxiliary);
      channel.force(true);
    } catch (IOException e) {
      discard(temporary, e);
      throw e;
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void discard(Path temporary, IOException reason) {
    try {
      if (Files.isRegularFile(temporary)) {
        Files.delete(temporary);
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private static void put(FileChannel channel, Map<String, Tensor> tensors, Set<String> auxiliary)
      throws IOException {
    put(channel, littleEndian(24).putLong(LIST_MAGIC).putLong(0).putLong(tensors.size()));
    for (Tensor tensor : tensors.values()) {
      put(channel, array(tensor));
    }
    put(channel, littleEndian(8).putLong(tensors.size()));
    for (String name : tensors.keySet()) {
      put(channel, name((auxiliary.contains(name) ? "aux:" : "arg:") + name));
    }
  }

  private static ByteBuffer array(Tensor tensor) {
    int rank = tensor.shape().rank();
    ByteBuffer buffer =
        littleEndian(24 + rank * Long.BYTES + tensor.values().length * Float.BYTES)
            .putInt(ARRAY_MAGIC_V2)
            .putInt(0)
            .putInt(rank);
    for (int i = 0; i < rank; i++) {
      buffer.putLong(tensor.shape().size(i));
    }
    buffer.putInt(CPU).putInt(0).putInt(FLOAT32);
    for (float value : tensor.values()) {
      buffer.putFloat(value);
    }
    return buffer;
  }

  private static ByteBuffer name(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return littleEndian(Long.BYTES + bytes.length).putLong(bytes.length).put(bytes);
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void put(FileChannel channel, ByteBuffer buffer) throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }
}
