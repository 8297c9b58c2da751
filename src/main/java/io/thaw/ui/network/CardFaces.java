package io.thaw.ui.network;

import io.thaw.network.BatchNormRule;
import io.thaw.network.Layer;
import io.thaw.network.LayerCost;
import io.thaw.network.TensorShape;
import io.thaw.ui.network.diagram.CardFace;
import io.thaw.ui.network.diagram.Cards;
import io.thaw.ui.network.diagram.Tone;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.kordamp.ikonli.material2.Material2AL;

/** What the diagram's cards say. */
final class CardFaces implements Cards {
  private final NetworkModel model;
  private final Measures measures;
  private LoadedNetwork named;
  private ShortNames names;

  CardFaces(NetworkModel model) {
    this.model = model;
    this.measures = new Measures(model);
  }

  @Override
  public CardFace face(String id) {
    Part part = part(id);
    return isOld() ? blank(part) : of(part);
  }

  @Override
  public Tone tone(String id) {
    return isOld() ? Tone.NEUTRAL : tone(StateLook.of(model, part(id)));
  }

  private Part part(String id) {
    return model.diagramProperty().get().parts().get(id);
  }

  /** While the next diagram is being laid out, the network may be another one already. */
  private boolean isOld() {
    return model.diagramProperty().get().network() != model.networkProperty().get();
  }

  private static CardFace blank(Part part) {
    return new CardFace(
        "",
        "",
        Tone.NEUTRAL,
        StateLook.NOTHING.icon(),
        false,
        part instanceof Part.Group,
        null,
        "",
        -1,
        null,
        false,
        "");
  }

  private CardFace of(Part part) {
    StateLook look = StateLook.of(model, part);
    return new CardFace(
        title(part),
        subtitle(part),
        tone(look),
        part instanceof Part.Picture ? Material2AL.IMAGE : look.icon(),
        look.clickable(),
        part instanceof Part.Group,
        keepsStatistics(part) ? Material2AL.EQUALIZER : null,
        note(part),
        measures.movedShare(part),
        measures.gauge(part),
        isSelected(part),
        words(part, look));
  }

  private static Tone tone(StateLook look) {
    return switch (look) {
      case FROZEN -> Tone.FROZEN;
      case TRAINABLE -> Tone.TRAINABLE;
      case PARTLY -> Tone.PARTLY;
      case HEAD -> Tone.NEW;
      case NOTHING -> Tone.NEUTRAL;
      case REPLACED -> Tone.GONE;
    };
  }

  private String title(Part part) {
    if (part instanceof Part.Single single) {
      LoadedNetwork network = model.networkProperty().get();
      if (named != network) {
        named = network;
        names = new ShortNames(network);
      }
      return names.of(single.layer());
    }
    if (part instanceof Part.Group group) {
      return group.group().title();
    }
    return part instanceof Part.Head ? "New head" : "Picture";
  }

  private String subtitle(Part part) {
    if (part instanceof Part.Single single) {
      String kind = single.layer().kind().replace("Batch normalisation", "BatchNorm");
      return kind + output(single.layer());
    }
    if (part instanceof Part.Group group) {
      List<Layer> layers = counting(group);
      String count = layers.size() == 1 ? "1 layer" : layers.size() + " layers";
      return count + output(layers.get(layers.size() - 1));
    }
    if (part instanceof Part.Head) {
      int classes = model.classCountProperty().get();
      return classes > 0 ? classes + " classes" : "Waits for your images";
    }
    LoadedNetwork network = model.networkProperty().get();
    return network
        .shapes()
        .output(network.network().input())
        .map(shape -> shape(shape.withoutBatch()))
        .orElse("");
  }

  /** What stays of a part when its end is replaced by the new head; all when nothing stays. */
  private List<Layer> counting(Part part) {
    List<Layer> kept =
        part.layers().stream()
            .filter(layer -> !model.networkProperty().get().isReplaced(layer))
            .toList();
    return kept.isEmpty() ? part.layers() : kept;
  }

  private String output(Layer layer) {
    return model
        .networkProperty()
        .get()
        .output(layer)
        .map(shape -> " · " + shape(shape))
        .orElse("");
  }

  private static String shape(TensorShape shape) {
    return shape.sizes().stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /** The number of parameters, and the multiplier of the learning rate where it is not 1. */
  private String note(Part part) {
    long count = count(part);
    String rate = Rates.text(model, part);
    return (rate.isEmpty() ? "" : rate + "  ") + (count > 0 ? Quantities.rounded(count) : "");
  }

  private long count(Part part) {
    if (part instanceof Part.Head) {
      return model.headParametersProperty().get();
    }
    LoadedNetwork network = model.networkProperty().get();
    return counting(part).stream()
        .map(layer -> network.cost().of(layer))
        .map(LayerCost::parameters)
        .mapToLong(parameters -> parameters.orElse(0))
        .sum();
  }

  private boolean isSelected(Part part) {
    if (part.layers().isEmpty()) {
      return part.equals(model.currentProperty().get()) && model.selection().isEmpty();
    }
    return model.isSelected(part.layers());
  }

  /** Whether a batch normalisation's running mean and variance stay as they are. */
  private boolean keepsStatistics(Part part) {
    if (!(part instanceof Part.Single single)) {
      return false;
    }
    Layer layer = single.layer();
    BatchNormRule rule = model.planProperty().get().batchNorm();
    boolean statistics = layer.parameters().stream().anyMatch(it -> !it.role().learnable());
    boolean kept =
        rule == BatchNormRule.KEEP_STATISTICS
            || (rule == BatchNormRule.FOLLOW_LAYER && model.planProperty().get().isFrozen(layer));
    return statistics && kept && model.stateOf(layer) != LayerState.REPLACED;
  }

  private String words(Part part, StateLook look) {
    if (part instanceof Part.Picture) {
      return "Picture, " + subtitle(part);
    }
    RowText text = new RowText(model);
    String parameters =
        count(part) == 0
            ? "no parameters"
            : Quantities.parameters(OptionalLong.of(count(part))) + " parameters";
    return "%s, %s, output %s, %s, %s%s%s"
        .formatted(
            text.name(part),
            text.kind(part),
            text.output(part),
            parameters,
            look.words(),
            keepsStatistics(part) ? ", running statistics kept" : "",
            measures.words(part));
  }
}
