package io.thaw.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts things that belong together, directly or through others, into one family (union-find). */
final class Families<T> {
  private final Map<T, T> parents = new HashMap<>();

  /** Says that two belong together. */
  void join(T one, T other) {
    T root = root(one);
    T into = root(other);
    if (!root.equals(into)) {
      parents.put(root, into);
    }
  }

  private T root(T member) {
    T root = member;
    for (T next = parents.get(root); next != null; next = parents.get(root)) {
      root = next;
    }
    // The way is shortened for those who come later.
    for (T at = member; !at.equals(root); ) {
      T next = parents.put(at, root);
      at = next == null ? root : next;
    }
    return root;
  }

  /** The families among these, loners included; families and members in the order given. */
  List<List<T>> of(List<T> members) {
    Map<T, List<T>> families = new LinkedHashMap<>();
    members.forEach(
        member -> families.computeIfAbsent(root(member), key -> new ArrayList<>()).add(member));
    return List.copyOf(families.values());
  }
}
