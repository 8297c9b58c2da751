package io.thaw.ui.pictures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the tab shows.
 *
 * @param all every file of the folder
 * @param shown those that the filter lets through
 * @param classes to choose from, with their number among what the rest of the filter lets through
 * @param topics to choose from, in the same way
 */
record Listing(
    List<PictureRow> all, List<PictureRow> shown, List<Choice> classes, List<Choice> topics) {
  static final Listing EMPTY = new Listing(List.of(), List.of(), List.of(), List.of());

  /** The order of what every folder has; kinds of problems and remarks follow as they come. */
  private static final List<Topic> FIRST =
      List.of(Topic.ALL, Topic.USED, Topic.LEFT_OUT, Topic.RELABELLED, Topic.PARTIAL);

  static Listing of(List<PictureRow> rows, Filter filter) {
    List<PictureRow> found = rows.stream().filter(filter::takesPath).toList();
    List<PictureRow> ofClass = found.stream().filter(filter::takesClass).toList();
    List<PictureRow> ofTopic = found.stream().filter(filter::takesTopic).toList();
    return new Listing(
        rows,
        shown(ofClass, filter),
        classes(rows, ofTopic, filter),
        topics(rows, ofClass, filter));
  }

  /** What is alike to a network is looked at side by side. */
  private static List<PictureRow> shown(List<PictureRow> ofClass, Filter filter) {
    List<PictureRow> shown = ofClass.stream().filter(filter::takesTopic).toList();
    return filter.topic().isOfNetwork()
        ? shown.stream().sorted(Comparator.comparing(PictureRow::group)).toList()
        : shown;
  }

  private static List<Choice> classes(
      List<PictureRow> all, List<PictureRow> counted, Filter filter) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(row -> counts.put(row.className(), 0));
    counted.forEach(row -> counts.merge(row.className(), 1, Integer::sum));
    if (!filter.classKey().equals(Filter.ANY_CLASS)) {
      counts.putIfAbsent(filter.classKey().substring(1), 0);
    }
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice(Filter.ANY_CLASS, "All classes", counted.size()));
    counts.forEach(
        (name, count) ->
            choices.add(new Choice(Filter.keyOf(name), name.isEmpty() ? "No class" : name, count)));
    return choices;
  }

  private static List<Choice> topics(
      List<PictureRow> all, List<PictureRow> counted, Filter filter) {
    Map<Topic, Integer> counts = new LinkedHashMap<>();
    Map<Topic, Integer> there = new LinkedHashMap<>();
    all.forEach(row -> row.topics().forEach(topic -> there.put(topic, 0)));
    there.put(filter.topic(), 0);
    FIRST.stream().filter(there::containsKey).forEach(topic -> counts.put(topic, 0));
    there.keySet().forEach(topic -> counts.putIfAbsent(topic, 0));
    counted.forEach(row -> row.topics().forEach(topic -> counts.merge(topic, 1, Integer::sum)));
    return counts.entrySet().stream()
        .map(it -> new Choice(it.getKey().key(), it.getKey().words(), it.getValue()))
        .toList();
  }
}
