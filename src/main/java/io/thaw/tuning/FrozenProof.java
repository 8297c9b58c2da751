package io.thaw.tuning;

import io.thaw.engine.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Proves that frozen layers stayed as they were: a hash of every frozen array before the run, and
 * again after it.
 */
public final class FrozenProof {
  private final Map<String, Tensor> originals = new LinkedHashMap<>();
  private final Map<String, byte[]> digests = new LinkedHashMap<>();

  /**
   * Takes the hashes before the run.
   *
   * @param frozen names of the parameters that must not change
   */
  public FrozenProof(Map<String, Tensor> parameters, Set<String> frozen) {
    for (String name : frozen) {
      Tensor tensor = parameters.get(name);
      originals.put(name, tensor);
      digests.put(name, tensor.digest());
    }
  }

  /** Numbers in all frozen arrays. */
  public long values() {
    return originals.values().stream().mapToLong(tensor -> tensor.values().length).sum();
  }

  /**
   * Numbers that differ after the run.
   *
   * @param after the arrays now; one that is missing counts as changed
   */
  public long changed(Map<String, Tensor> after) {
    long changed = 0;
    for (Map.Entry<String, byte[]> entry : digests.entrySet()) {
      Tensor original = originals.get(entry.getKey());
      Tensor now = after.get(entry.getKey());
      if (now == null) {
        changed += original.values().length;
      } else if (!Arrays.equals(entry.getValue(), now.digest())) {
        changed += Math.max(1, original.differences(now));
      }
    }
    return changed;
  }
}
