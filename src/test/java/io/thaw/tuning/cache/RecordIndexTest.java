package io.thaw.tuning.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordIndexTest {
  @Test
  void itAnswersAsAMapDoes() {
    Random random = new Random(3);
    RecordIndex index = new RecordIndex();
    Map<RecordId, Long> map = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      RecordId id = new RecordId(random.nextInt(1000), 0, 0, 0, random.nextInt(10));
      long location = RecordIndex.location(random.nextInt(1 << 20), random.nextInt(1 << 30));
      if (random.nextInt(10) == 0) {
        location = RecordIndex.MISSING;
      }
      index.put(id, location);
      map.put(id, location);
    }
    for (int content = 0; content < 1001; content++) {
      for (int view = 0; view < 11; view++) {
        RecordId id = new RecordId(content, 0, 0, 0, view);
        assertThat(index.find(id)).isEqualTo(map.getOrDefault(id, RecordIndex.MISSING));
      }
    }
  }

  @Test
  void aLocationIsItsParts() {
    long location = RecordIndex.location(70_000, Integer.MAX_VALUE);
    assertThat(RecordIndex.segment(location)).isEqualTo(70_000);
    assertThat(RecordIndex.number(location)).isEqualTo(Integer.MAX_VALUE);
  }
}
