package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.dataset.Pixels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SmallPicturesTest {
  private static final Pixels PIXELS = new Pixels(2, 3, new byte[18]);

  @Test
  void keepsAsManyAsThereIsMemoryFor() {
    SmallPictures pictures = new SmallPictures(40);
    for (String name : new String[] {"a", "b", "c"}) {
      pictures.offer(Path.of(name), PIXELS);
    }

    assertThat(pictures.get(Path.of("a"))).contains(PIXELS);
    assertThat(pictures.get(Path.of("b"))).contains(PIXELS);
    assertThat(pictures.get(Path.of("c"))).isEmpty();
  }

  @Test
  void aPictureThatIsTooLargeLeavesRoomForOthers() {
    SmallPictures pictures = new SmallPictures(20);
    pictures.offer(Path.of("large"), new Pixels(4, 3, new byte[36]));
    pictures.offer(Path.of("small"), PIXELS);

    assertThat(pictures.get(Path.of("large"))).isEmpty();
    assertThat(pictures.get(Path.of("small"))).contains(PIXELS);
  }
}
