package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(
          3,
          4,
          0.5,
          OptimizerKind.ADAM,
          0.6,
          0.7,
          RateSchedule.CONSTANT,
          0.8,
          0.9,
          10,
          AugmentationKind.LIGHT,
          11,
          ClassBalance.WEIGHTED_LOSS);

  @Test
  void aChangeLeavesEverythingElse() {
    assertThat(changed(SETTINGS.withEpochs(30))).containsExactly("epochs=30");
    assertThat(changed(SETTINGS.withBatch(40))).containsExactly("batch=40");
    assertThat(changed(SETTINGS.withLearningRate(50))).containsExactly("learningRate=50.0");
    assertThat(changed(SETTINGS.withAugmentation(AugmentationKind.NONE, 0)))
        .containsExactly("augmentation=\"NONE\"", "views=0");
    assertThat(changed(SETTINGS.withBalance(ClassBalance.BALANCED_SAMPLING)))
        .containsExactly("balance=\"BALANCED_SAMPLING\"");
    assertThat(changed(SETTINGS.withEpochs(3))).isEmpty();
  }

  /** What differs from {@link #SETTINGS} in a job file. */
  private static List<String> changed(TrainingSettings settings) {
    ObjectMapper mapper = JsonFiles.mapper();
    JsonNode before = mapper.valueToTree(SETTINGS);
    JsonNode now = mapper.valueToTree(settings);
    List<String> changed = new ArrayList<>();
    now.properties()
        .forEach(
            field -> {
              if (!field.getValue().equals(before.get(field.getKey()))) {
                changed.add(field.getKey() + "=" + field.getValue());
              }
            });
    return changed;
  }
}
