package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.Augmentation;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.Side;
import io.thaw.tuning.cache.RecordId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ViewPlanTest {
  private static final RecordId PICTURE = new RecordId(1, 2, 3, 4, 0);
  private static final LabeledImage IMAGE = new LabeledImage(Path.of("a.jpg"), 0, Side.TRAIN);

  @Test
  void eachSettingAndNumberHasAnIdOfItsOwn() {
    Set<RecordId> ids = new HashSet<>();
    ids.add(ViewPlan.PLAIN.id(PICTURE, 0));
    for (Augmentation augmentation :
        new Augmentation[] {
          Augmentation.LIGHT,
          Augmentation.STANDARD,
          new Augmentation(true, 0.75, 0, 0, 0, 0.1),
          new Augmentation(false, 0.75, 0, 0, 0, 0)
        }) {
      for (int number = 0; number < 64; number++) {
        ids.add(new ViewPlan(augmentation, 64).id(PICTURE, number));
      }
    }

    assertThat(ids).hasSize(1 + 4 * 64).contains(PICTURE);
  }

  @Test
  void moreKeptViewsBeginWithTheFewer() {
    assertThat(new ViewPlan(Augmentation.LIGHT, 8).id(PICTURE, 3))
        .isEqualTo(new ViewPlan(Augmentation.LIGHT, 4).id(PICTURE, 3));
  }

  @Test
  void aKeptViewIsTheSameInEveryRunAndDiffersFromTheNext() {
    ViewPlan plan = new ViewPlan(Augmentation.STANDARD, 4);
    RecordId first = plan.id(PICTURE, 0);

    assertThat(plan.view(IMAGE, first)).isEqualTo(plan.view(IMAGE, first));
    assertThat(plan.view(IMAGE, first).seed())
        .isNotEqualTo(plan.view(IMAGE, plan.id(PICTURE, 1)).seed());
    assertThat(plan.view(IMAGE, first).varied()).isTrue();
    assertThat(ViewPlan.PLAIN.view(IMAGE, PICTURE).varied()).isFalse();
  }

  @Test
  void epochsDrawAmongAllKeptViews() {
    ViewPlan plan = new ViewPlan(Augmentation.STANDARD, 4);
    SplittableRandom random = new SplittableRandom(1);
    Set<Integer> picked = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      picked.add(plan.pick(random));
    }

    assertThat(picked).containsExactlyInAnyOrder(0, 1, 2, 3);
    assertThat(plan.pick(null)).isZero();
  }

  /** Kept features of earlier versions are only found again under the names that they had. */
  @Test
  void namesAndSeedsStayWhatTheyWere() {
    assertThat(numbers(Augmentation.LIGHT))
        .containsExactly(0xc43faee3c2f70002L, 0x5d6c82f7a0d7f82bL, 0xe0c2b67413f89d66L);
    assertThat(numbers(Augmentation.CROPS))
        .containsExactly(0xee6bcdd6b10f0002L, 0xfb77328c8cff82bL, 0xe0c2b67413f89d66L);
    assertThat(numbers(Augmentation.STANDARD))
        .containsExactly(0xf3740b9ed8100002L, 0x473f3cc277e4f82bL, 0xe0c2b67413f89d66L);
  }

  private static long[] numbers(Augmentation augmentation) {
    ViewPlan plan = new ViewPlan(augmentation, 4);
    RecordId id = plan.id(PICTURE, 2);
    return new long[] {id.view(), plan.view(IMAGE, id).seed(), plan.numbered(IMAGE, 2).seed()};
  }
}
