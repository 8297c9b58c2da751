package io.thaw.run;

import io.thaw.catalogue.InputSpec;
import io.thaw.catalogue.ModelCard;
import io.thaw.engine.Tensor;
import io.thaw.network.LayerParameter;
import io.thaw.network.Layers;
import io.thaw.network.Network;
import io.thaw.network.NetworkSplit;
import io.thaw.network.SymbolJson;
import io.thaw.tuning.FeatureShelf;
import io.thaw.tuning.cache.FeatureCache;
import io.thaw.tuning.cache.FeatureKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Names the features of a job for the cache, so that all jobs with the same frozen part share. */
final class FeatureStore {
  /** To be raised when decoding, resizing or normalising changes what a network is given. */
  private static final String PREPROCESSING = "area-averaged upright RGB, views 1";

  private static final String SMOOTH = PREPROCESSING + ", smoothly enlarged";

  private final Supplier<FeatureCache> cache;

  /**
   * A store.
   *
   * @param cache opened when a job uses it
   */
  FeatureStore(Supplier<FeatureCache> cache) {
    this.cache = cache;
  }

  /** Where the job's features are kept; nowhere if it says so. */
  FeatureShelf shelf(PreparedJob job) {
    return shelf(job.spec().cache(), job.model(), job.split(), job.parameters());
  }

  /** Where the features are kept that a model's frozen part computes. */
  FeatureShelf shelf(ModelCard model, NetworkSplit split, Map<String, Tensor> parameters) {
    return shelf(true, model, split, parameters);
  }

  private FeatureShelf shelf(
      boolean kept, ModelCard model, NetworkSplit split, Map<String, Tensor> parameters) {
    String title = model.name() + " to " + split.boundaryLayer().orElse("its input");
    return shelf(kept, PREPROCESSING, model.input(), split.prefix(), parameters, title);
  }

  /** Where the outputs of the job's teacher are kept; nowhere if it says so. */
  FeatureShelf shelf(PreparedJob job, PreparedTeacher teacher) {
    return shelf(
        job.spec().cache(),
        SMOOTH,
        teacher.input(),
        teacher.network(),
        teacher.parameters(),
        teacher.model().name() + " to its outputs");
  }

  private FeatureShelf shelf(
      boolean kept,
      String preprocessing,
      InputSpec input,
      Network network,
      Map<String, Tensor> parameters,
      String title) {
    if (!kept) {
      return (engine, size) -> Optional.empty();
    }
    FeatureCache opened = cache.get();
    return (engine, size) ->
        Optional.of(
            opened.open(key(preprocessing, input, network, parameters, engine, title), size));
  }

  private static FeatureKey key(
      String preprocessing,
      InputSpec input,
      Network network,
      Map<String, Tensor> parameters,
      String engine,
      String title) {
    FeatureKey.Builder key =
        FeatureKey.builder()
            .text(engine)
            .text(preprocessing)
            .number(input.width())
            .number(input.height())
            .text(Boolean.toString(input.centerCrop()));
    input.mean().forEach(value -> key.floats(new float[] {value}));
    input.std().forEach(value -> key.floats(new float[] {value}));
    key.text(SymbolJson.write(network));
    for (String name : new TreeSet<>(names(network))) {
      Tensor tensor = parameters.get(name);
      key.text(name).text(tensor.shape().toString()).floats(tensor.values());
    }
    return key.build(title + ", " + engine);
  }

  private static List<String> names(Network network) {
    return Layers.of(network).list().stream()
        .flatMap(layer -> layer.parameters().stream())
        .map(LayerParameter::name)
        .toList();
  }
}
