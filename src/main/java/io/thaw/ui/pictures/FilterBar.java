package io.thaw.ui.pictures;

import io.thaw.ui.common.Explained;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Which pictures to look at: class, topic and search. */
final class FilterBar {
  private final PicturesModel model;
  private final ComboBox<Choice> classes = new ComboBox<>();
  private final ComboBox<Choice> topics = new ComboBox<>();
  private final TextField search = new TextField();
  private final HBox node = new HBox();
  private boolean showing;

  FilterBar(PicturesModel model) {
    this.model = model;
    choice(classes, "filter-class", "Class", key -> filter().withClass(key));
    choice(topics, "filter-topic", "What to look at", key -> filter().withTopic(topic(key)));
    search.setId("filter-search");
    search.setPromptText("Search names");
    Explained.hint(search, "Shows the files with this in their names or folders.");
    HBox.setHgrow(search, Priority.ALWAYS);
    search
        .textProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing) {
                model.filterProperty().set(filter().withSearch(now));
              }
            });
    node.getStyleClass().add("picture-filter");
    node.getChildren().addAll(classes, topics, search);
    model.listingProperty().addListener(changed -> show());
    model.filterProperty().addListener(changed -> show());
    show();
  }

  Node node() {
    return node;
  }

  private Filter filter() {
    return model.filterProperty().get();
  }

  private interface Narrowed {
    Filter by(String key);
  }

  private void choice(ComboBox<Choice> box, String id, String words, Narrowed narrowed) {
    box.setId(id);
    box.setAccessibleText(words);
    box.setVisibleRowCount(16);
    Consumer<Choice> chosen = choice -> model.filterProperty().set(narrowed.by(choice.key()));
    box.valueProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing && now != null) {
                chosen.accept(now);
              }
            });
  }

  private Topic topic(String key) {
    return model.listingProperty().get().topics().stream()
        .filter(choice -> choice.key().equals(key))
        .map(choice -> new Topic(choice.key(), choice.words()))
        .findFirst()
        .orElse(Topic.ALL);
  }

  private void show() {
    showing = true;
    try {
      Listing listing = model.listingProperty().get();
      show(classes, listing.classes(), filter().classKey());
      show(topics, listing.topics(), filter().topic().key());
      if (!search.getText().equals(filter().search())) {
        search.setText(filter().search());
      }
    } finally {
      showing = false;
    }
  }

  private static void show(ComboBox<Choice> box, List<Choice> choices, String key) {
    if (!box.getItems().equals(choices)) {
      box.getItems().setAll(choices);
    }
    box.setValue(choices.stream().filter(it -> it.key().equals(key)).findFirst().orElse(null));
  }
}
