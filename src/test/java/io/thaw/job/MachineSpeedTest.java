package io.thaw.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineSpeedTest {
  @TempDir private Path settings;
  private final MachineSpeed speed = SampleMachine.speed();
  private final List<String> problems = new ArrayList<>();

  private Optional<MachineSpeed> find() {
    return MachineSpeed.find(settings, "Abacus", 2, problems::add);
  }

  @Test
  void whatWasMeasuredIsFoundAgain() {
    assertThat(find()).isEmpty();

    speed.write(settings);

    assertThat(find()).contains(speed);
    assertThat(problems).isEmpty();
    assertThat(settings).isDirectoryContaining(file -> file.endsWith("machine.json"));
  }

  @Test
  void anotherMachineIsMeasuredAgain() {
    speed.write(settings);

    assertThat(MachineSpeed.find(settings, "Abacus II", 2, problems::add)).isEmpty();
    assertThat(MachineSpeed.find(settings, "Abacus", 4, problems::add)).isEmpty();
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"dense\" : 1000000.0','\"dense\" : 0'",
    "'\"dense\" : 1000000.0','\"dense\" : \"NaN\"'",
    "'\"start\" : 3.0','\"start\" : -3.0'",
    "'\"decoding\"','\"coding\"'",
    "'\"version\" : 2','\"version\" : 999'",
    "'{','['"
  })
  void aDamagedFileIsTold(String sound, String damaged) throws IOException {
    speed.write(settings);
    Path file = MachineSpeed.file(settings);
    String text = Files.readString(file);
    assertThat(text).contains(sound);
    Files.writeString(file, text.replace(sound, damaged));

    assertThat(find()).isEmpty();
    assertThat(problems).singleElement().asString().contains("thaw calibrate");
  }
}
