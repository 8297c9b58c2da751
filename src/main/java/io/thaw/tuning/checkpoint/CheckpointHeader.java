package io.thaw.tuning.checkpoint;

import io.thaw.engine.TailState;
import io.thaw.engine.Tensor;
import io.thaw.network.TensorShape;
import io.thaw.tuning.LoopPosition;
import io.thaw.tuning.LoopState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a checkpoint's file that is JSON: all but the values of the arrays. A reader passes
 * over fields, and over kinds of arrays, that it does not know.
 *
 * @param optimizerSteps steps that the optimiser has taken
 * @param arrays in the order of their values in the file
 */
record CheckpointHeader(
    Fingerprint fingerprint,
    History history,
    LoopPosition position,
    long optimizerSteps,
    List<Entry> arrays) {

  private static final String PARAMETER = "parameter";
  private static final String OPTIMIZER = "optimizer";

  /**
   * An array.
   *
   * @param kind what it is
   * @param name of the parameter that it is or belongs to; several arrays of one kind that belong
   *     to one parameter follow each other
   * @param sizes of its axes
   */
  record Entry(String kind, String name, List<Integer> sizes) {
    static Entry of(String kind, String name, Tensor tensor) {
      return new Entry(kind, name, tensor.shape().sizes());
    }

    TensorShape shape() {
      return new TensorShape(sizes);
    }
  }

  static CheckpointHeader of(Checkpoint checkpoint) {
    TailState tail = checkpoint.state().tail();
    List<Entry> entries = new ArrayList<>();
    tail.parameters().forEach((name, it) -> entries.add(Entry.of(PARAMETER, name, it)));
    tail.optimizer()
        .forEach((name, list) -> list.forEach(it -> entries.add(Entry.of(OPTIMIZER, name, it))));
    return new CheckpointHeader(
        checkpoint.fingerprint(),
        checkpoint.history(),
        checkpoint.state().position(),
        tail.steps(),
        entries);
  }

  /** The arrays of a checkpoint, as {@link #of} lists them. */
  static List<Tensor> tensors(Checkpoint checkpoint) {
    TailState tail = checkpoint.state().tail();
    List<Tensor> tensors = new ArrayList<>(tail.parameters().values());
    tail.optimizer().values().forEach(tensors::addAll);
    return tensors;
  }

  /** The checkpoint of this header and of arrays in its order. */
  Checkpoint with(List<Tensor> tensors) {
    Map<String, Tensor> parameters = new LinkedHashMap<>();
    Map<String, List<Tensor>> optimizer = new LinkedHashMap<>();
    for (int i = 0; i < arrays.size(); i++) {
      Entry entry = arrays.get(i);
      if (entry.kind().equals(PARAMETER)) {
        parameters.put(entry.name(), tensors.get(i));
      } else if (entry.kind().equals(OPTIMIZER)) {
        optimizer.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(tensors.get(i));
      }
    }
    TailState tail = new TailState(parameters, optimizer, optimizerSteps);
    return new Checkpoint(fingerprint, history, new LoopState(position, tail));
  }
}
