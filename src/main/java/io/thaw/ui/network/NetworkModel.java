package io.thaw.ui.network;

import io.thaw.job.ProbeResult;
import io.thaw.network.BatchNormRule;
import io.thaw.network.FreezePlan;
import io.thaw.network.FreezeSpec;
import io.thaw.network.Layer;
import io.thaw.network.UnknownLayerException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The network on show, which of its layers are frozen, and what follows from that. All properties
 * belong to the FX thread; the totals follow the plan and the number of classes by themselves.
 */
public final class NetworkModel {
  private static final FreezePlan NOTHING = new FreezePlan(Set.of(), BatchNormRule.FOLLOW_LAYER);

  private final ReadOnlyObjectWrapper<LoadedNetwork> network =
      new ReadOnlyObjectWrapper<>(this, "network");
  private final ObjectProperty<FreezePlan> plan = new SimpleObjectProperty<>(this, "plan", NOTHING);
  private final IntegerProperty classCount = new SimpleIntegerProperty(this, "classCount", 0);
  private final BooleanProperty loading = new SimpleBooleanProperty(this, "loading");
  private final StringProperty problem = new SimpleStringProperty(this, "problem", "");
  private final ObservableList<Layer> selection = FXCollections.observableArrayList();
  private final Set<String> selected = new HashSet<>();
  private final ObservableList<Layer> selectionView =
      FXCollections.unmodifiableObservableList(selection);
  private final ReadOnlyObjectWrapper<Diagram> diagram =
      new ReadOnlyObjectWrapper<>(this, "diagram", Diagram.EMPTY);
  private final ObjectProperty<Part> current = new SimpleObjectProperty<>(this, "current");
  private final Folding folding = new Folding();
  private final ObjectProperty<Map<String, Double>> rates =
      new SimpleObjectProperty<>(this, "rates", Map.of());
  private final ObjectProperty<Map<String, Double>> moved =
      new SimpleObjectProperty<>(this, "moved", Map.of());
  private final ObjectProperty<ProbeResult> probe = new SimpleObjectProperty<>(this, "probe");
  private final PlanHistory history = new PlanHistory(plan, rates);
  private final ReadOnlyLongWrapper trainable = new ReadOnlyLongWrapper(this, "trainable");
  private final ReadOnlyLongWrapper frozen = new ReadOnlyLongWrapper(this, "frozen");
  private final ReadOnlyLongWrapper head = new ReadOnlyLongWrapper(this, "head");
  private final ReadOnlyStringWrapper boundary = new ReadOnlyStringWrapper(this, "boundary", "");
  private final ReadOnlyStringWrapper cut = new ReadOnlyStringWrapper(this, "cut", "");

  /** A model without a network. */
  public NetworkModel() {
    plan.addListener((property, before, now) -> recount());
    classCount.addListener((property, before, now) -> recount());
  }

  /** The network on show; null while there is none. */
  public ReadOnlyObjectProperty<LoadedNetwork> networkProperty() {
    return network.getReadOnlyProperty();
  }

  /** Which layers are frozen; may be set. */
  public ObjectProperty<FreezePlan> planProperty() {
    return plan;
  }

  /** Number of classes of the pictures; 0 while it is not known. */
  public IntegerProperty classCountProperty() {
    return classCount;
  }

  /** Whether a network is being looked at and will appear soon. */
  public BooleanProperty loadingProperty() {
    return loading;
  }

  /** One sentence on what is wrong with the network; empty when all is well. */
  public StringProperty problemProperty() {
    return problem;
  }

  /** Number of values that training changes, those of the new head included. */
  public ReadOnlyLongProperty trainableParametersProperty() {
    return trainable.getReadOnlyProperty();
  }

  /** Number of values that stay as they are, running statistics of frozen layers included. */
  public ReadOnlyLongProperty frozenParametersProperty() {
    return frozen.getReadOnlyProperty();
  }

  /** Number of values in the new head; 0 while the number of classes is not known. */
  public ReadOnlyLongProperty headParametersProperty() {
    return head.getReadOnlyProperty();
  }

  /** The layer after which the network will be cut; empty when it is not cut. */
  public ReadOnlyStringProperty boundaryProperty() {
    return boundary.getReadOnlyProperty();
  }

  /** Where the network will be cut, one sentence; empty without a network. */
  public ReadOnlyStringProperty cutSentenceProperty() {
    return cut.getReadOnlyProperty();
  }

  /** The layers that are selected in the list, in layer order; not to be changed from outside. */
  public ObservableList<Layer> selection() {
    return selectionView;
  }

  /** Selects layers. */
  void select(Collection<Layer> layers) {
    List<Layer> sorted =
        layers.stream().distinct().sorted(Comparator.comparingInt(Layer::index)).toList();
    if (!sorted.equals(selection)) {
      selected.clear();
      sorted.forEach(layer -> selected.add(layer.name()));
      selection.setAll(sorted);
    }
  }

  /** Whether all of these are selected; as fast for a thousand layers as for one. */
  boolean isSelected(Collection<Layer> layers) {
    return layers.stream().allMatch(layer -> selected.contains(layer.name()));
  }

  /** The diagram on show; it follows network and folding a little later. */
  ReadOnlyObjectProperty<Diagram> diagramProperty() {
    return diagram.getReadOnlyProperty();
  }

  void showDiagram(Diagram laidOut) {
    diagram.set(laidOut);
  }

  /** What the keyboard is at and the inspector tells of; null for nothing. */
  ObjectProperty<Part> currentProperty() {
    return current;
  }

  /** Which groups are unfolded. */
  public Folding folding() {
    return folding;
  }

  /** Takes changes of the plan back and makes them again. */
  public PlanHistory history() {
    return history;
  }

  /** Shows a network with every layer frozen; null shows none. */
  public void show(LoadedNetwork loaded) {
    loading.set(false);
    selected.clear();
    selection.clear();
    current.set(null);
    folding.reset(loaded);
    network.set(loaded);
    problem.set(loaded == null ? "" : loaded.problem());
    rates.set(Map.of());
    moved.set(Map.of());
    plan.set(loaded == null ? NOTHING : allFrozen(loaded));
    history.clear();
    recount();
  }

  private FreezePlan allFrozen(LoadedNetwork loaded) {
    return new FreezeSpec.All().resolve(loaded.layers(), plan.get().batchNorm());
  }

  /**
   * What the learning rate is multiplied by, by the layer's name, where it is not 1. That of a
   * frozen layer is remembered and has no effect.
   */
  public ObjectProperty<Map<String, Double>> ratesProperty() {
    return rates;
  }

  /** What the learning rate of a layer is multiplied by; 0 for a frozen one. */
  double rate(Layer layer) {
    return plan.get().isFrozen(layer) ? 0 : rates.get().getOrDefault(layer.name(), 1.0);
  }

  /** Has layers learn faster or slower than the rest; 0 freezes them, another number thaws them. */
  void setRate(Collection<Layer> layers, double multiplier) {
    history.hold();
    if (multiplier > 0) {
      Map<String, Double> changed = new LinkedHashMap<>(rates.get());
      layers.stream().map(Layer::name).forEach(changed::remove);
      if (multiplier != 1) {
        layers.stream()
            .filter(Layer::hasParameters)
            .forEach(layer -> changed.put(layer.name(), multiplier));
      }
      rates.set(Map.copyOf(changed));
    }
    setFrozen(layers, multiplier == 0);
    history.release();
  }

  /** The multipliers that have an effect, in layer order, by the layer's name. */
  public Map<String, Double> rateSpec() {
    Map<String, Double> spec = new LinkedHashMap<>();
    if (network.get() != null) {
      network.get().kept().stream()
          .filter(layer -> layer.hasParameters() && rate(layer) > 0 && rate(layer) != 1)
          .forEach(layer -> spec.put(layer.name(), rate(layer)));
    }
    return spec;
  }

  /**
   * How far each layer moved in the run on show, relative to where it began, by its name; empty
   * without a run.
   */
  public ObjectProperty<Map<String, Double>> movedProperty() {
    return moved;
  }

  /** How well the classes can be told apart after each layer; null while that is not known. */
  ObjectProperty<ProbeResult> probeProperty() {
    return probe;
  }

  /** Freezes layers or makes them trainable. */
  public void setFrozen(Collection<Layer> layers, boolean freeze) {
    plan.set(freeze ? plan.get().withFrozen(layers) : plan.get().withThawed(layers));
  }

  /** Freezes the layers unless all of them are frozen; then makes them trainable. */
  public void toggle(Collection<Layer> layers) {
    setFrozen(layers, stateOf(layers) != LayerState.FROZEN);
  }

  /** Freezes every layer up to and including one; those after it become trainable. */
  public void freezeUntil(Layer layer) {
    apply(new FreezeSpec.Until(layer.name()));
  }

  /** Makes a layer and all after it trainable; those before it become frozen. */
  public void trainFrom(Layer layer) {
    if (layer.index() == 0) {
      unfreezeAll();
    } else {
      freezeUntil(network.get().layers().list().get(layer.index() - 1));
    }
  }

  /** Freezes every layer; only the new head learns. */
  public void freezeAll() {
    apply(new FreezeSpec.All());
  }

  /** Makes every layer trainable. */
  public void unfreezeAll() {
    apply(new FreezeSpec.None());
  }

  /** Sets the plan to one that is wanted often. */
  void apply(Preset preset) {
    if (network.get() != null) {
      plan.set(preset.plan(network.get(), plan.get()));
    }
  }

  /** Freezes what is trainable, and the other way round. */
  public void invert() {
    if (network.get() != null) {
      List<Layer> all = network.get().layers().list();
      List<Layer> open = all.stream().filter(layer -> !plan.get().isFrozen(layer)).toList();
      plan.set(plan.get().withThawed(all).withFrozen(open));
    }
  }

  /** The plan as the command line writes it: all, none, until:LAYER or layers:A,B. */
  public String freezeSpec() {
    LoadedNetwork shown = network.get();
    return shown == null
        ? new FreezeSpec.All().toString()
        : plan.get().shortestSpec(shown.network(), shown.layers()).toString();
  }

  /**
   * Sets the plan as the command line writes it.
   *
   * @throws IllegalArgumentException if the text has none of the four forms
   * @throws io.thaw.network.UnknownLayerException if it names a layer that is not there
   */
  public void setFreezeSpec(String text) {
    apply(FreezeSpec.parse(text));
  }

  /**
   * Goes back to a plan that was made before, as far as the network still has its layers.
   *
   * @param rates what the learning rate is multiplied by, by the layer's name
   */
  public void restore(String freeze, Map<String, Double> rates) {
    try {
      apply(FreezeSpec.parse(freeze));
    } catch (IllegalArgumentException | UnknownLayerException e) {
      return; // The model was replaced by another of the same name; its plan means nothing here.
    }
    this.rates.set(Map.copyOf(rates));
    history.clear();
  }

  private void apply(FreezeSpec spec) {
    if (network.get() != null) {
      plan.set(spec.resolve(network.get().layers(), plan.get().batchNorm()));
    }
  }

  /** The state that several layers have in common. */
  public LayerState stateOf(Collection<Layer> layers) {
    return LayerState.of(network.get(), plan.get(), layers);
  }

  /** The state of one layer. */
  public LayerState stateOf(Layer layer) {
    return stateOf(List.of(layer));
  }

  private void recount() {
    Totals totals = Totals.of(network.get(), plan.get(), classCount.get());
    trainable.set(totals.trainable());
    frozen.set(totals.frozen());
    head.set(totals.head());
    boundary.set(totals.boundary().orElse(""));
    cut.set(network.get() == null ? "" : totals.cut());
  }
}
