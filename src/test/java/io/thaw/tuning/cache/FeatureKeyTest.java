package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureKeyTest {
  private static String digest(FeatureKey.Builder builder) {
    return builder.build("").digest();
  }

  @Test
  void equalPartsGiveEqualKeysWhateverTheDescription() {
    float[] many = new float[50_000];
    many[49_999] = 1;
    FeatureKey one = FeatureKey.builder().text("a").number(3).floats(many).build("x");
    FeatureKey two = FeatureKey.builder().text("a").number(3).floats(many.clone()).build("y");

    assertThat(one.digest()).isEqualTo(two.digest()).matches("[0-9a-f]{64}");
    many[49_999] = 2;
    assertThat(digest(FeatureKey.builder().text("a").number(3).floats(many)))
        .isNotEqualTo(one.digest());
  }

  @Test
  void partsNeverRunTogether() {
    assertThat(
            List.of(
                digest(FeatureKey.builder()),
                digest(FeatureKey.builder().text("")),
                digest(FeatureKey.builder().text("ab").text("c")),
                digest(FeatureKey.builder().text("a").text("bc")),
                digest(FeatureKey.builder().text("abc")),
                digest(FeatureKey.builder().bytes(new byte[] {'a', 'b', 'c'})),
                digest(FeatureKey.builder().number(1)),
                digest(FeatureKey.builder().bytes(new byte[] {0, 0, 0, 0, 0, 0, 0, 1})),
                digest(FeatureKey.builder().floats(new float[] {1, 2})),
                digest(FeatureKey.builder().floats(new float[] {1}).floats(new float[] {2}))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aKeyIsAFolderNameOnEverySystem() {
    assertThatThrownBy(() -> new FeatureKey("../x", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anIdNeedsAWholeHash() {
    assertThatThrownBy(() -> RecordId.of(new byte[31], 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
