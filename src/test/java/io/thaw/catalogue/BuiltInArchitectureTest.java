package io.thaw.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInArchitectureTest {
  @TempDir private Path folder;

  @Test
  void aJobsNameLeadsBackToIt() {
    BuiltInArchitecture own = BuiltInArchitecture.of("frost-small", 96);

    assertThat(BuiltInArchitecture.parse(own.id())).contains(own);
    ModelCard card = new Catalogue(folder).resolve(own.id());
    assertThat(card.input().width()).isEqualTo(96);
    assertThat(card.input().height()).isEqualTo(96);
    assertThat(card.parameterFile()).isEmpty();
    assertThat(card.id()).isEqualTo(own.id());
  }

  @Test
  void otherNamesAreNotMeant() {
    assertThat(BuiltInArchitecture.parse("frost-64")).isEmpty();
    assertThat(BuiltInArchitecture.parse("architecture:frost-small")).isEmpty();
  }

  @Test
  void saysWhichThereAre() {
    assertThatThrownBy(() -> BuiltInArchitecture.of("resnet-9000", 64))
        .isInstanceOf(BadModelException.class)
        .hasMessageStartingWith("There is no architecture 'resnet-9000': it is none of frost-");
  }

  @Test
  void refusesSizesThatItIsNotMeantFor() {
    for (int size : new int[] {0, 47, 225, 9999}) {
      assertThatThrownBy(() -> BuiltInArchitecture.of("frost-small", size))
          .isInstanceOf(BadModelException.class)
          .hasMessage("The size of the pictures must lie from 48 to 224; it is " + size + ".");
    }
  }
}
