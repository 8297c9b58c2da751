package io.thaw.ui.network;

import io.thaw.job.ProbeResult;
import io.thaw.ui.common.Explained;
import io.thaw.ui.common.Icons;
import io.thaw.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Where to freeze: asks for a probe, gives its advice, and applies it. */
final class ProbePane {
  private final VBox node = new VBox();

  ProbePane(NetworkModel network, ProbeModel probe, Runnable start) {
    network.probeProperty().bind(probe.resultProperty());
    node.setId("probe");
    node.getStyleClass().add("probe-pane");
    BooleanBinding found = probe.resultProperty().isNotNull();
    Label reason = Texts.wrapped(Texts.bound("probe-reason", reason(probe)));
    Label problem = Texts.wrapped(Texts.bound("probe-problem", probe.problemProperty(), "problem"));
    problem.setGraphic(Icons.of(Material2AL.ERROR_OUTLINE, "problem-icon"));
    ProgressBar working = new ProgressBar();
    working.setMaxWidth(Double.MAX_VALUE);
    node.getChildren()
        .addAll(
            button(probe, start),
            when(working, probe.workingProperty()),
            when(problem, probe.problemProperty().isNotEmpty()),
            when(reason, found),
            when(apply(network, probe), found));
  }

  Node node() {
    return node;
  }

  private static Node button(ProbeModel probe, Runnable start) {
    Button button = new Button("", Icons.of(Material2MZ.SCIENCE));
    button.setId("probe-start");
    button.setMaxWidth(Double.MAX_VALUE);
    button
        .textProperty()
        .bind(
            Bindings.when(probe.workingProperty())
                .then("Probing the layers…")
                .otherwise("Where should I freeze?"));
    button.setOnAction(event -> start.run());
    button.disableProperty().bind(probe.workingProperty().or(probe.blockedProperty().isNotEmpty()));
    return Explained.wrap(
        button,
        Bindings.when(probe.blockedProperty().isEmpty())
            .then(
                "Looks at up to 1,000 of your pictures and finds out after each layer how well"
                    + " your classes can be told apart there.")
            .otherwise(probe.blockedProperty()));
  }

  private static ObservableValue<String> reason(ProbeModel probe) {
    return Bindings.createStringBinding(
        () -> probe.resultProperty().get() == null ? "" : probe.resultProperty().get().reason(),
        probe.resultProperty());
  }

  private static Node apply(NetworkModel network, ProbeModel probe) {
    Button button = new Button("Freeze like this", Icons.of(Material2AL.AC_UNIT));
    button.setId("probe-apply");
    button.setOnAction(event -> apply(network, probe.resultProperty().get()));
    return button;
  }

  private static void apply(NetworkModel network, ProbeResult result) {
    network.setFreezeSpec(result.freeze());
  }

  private static Node when(Node part, ObservableValue<Boolean> shown) {
    part.visibleProperty().bind(shown);
    part.managedProperty().bind(shown);
    return part;
  }
}
