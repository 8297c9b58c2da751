package io.thaw.ui.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.thaw.ui.app.CacheStandIn;
import io.thaw.worker.CommandRunner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControllerTest {
  private final CacheStandIn cache = new CacheStandIn();
  private final CacheModel model = new CacheModel();
  private final CacheController controller =
      new CacheController(model, cache, Runnable::run, Runnable::run);

  private String message() {
    return model.message().get().text();
  }

  @Test
  void unfoldingLooksAtTheCache() {
    assertThat(model.clearBlocked().get()).isEqualTo("There is nothing in it.");
    controller.toggle();

    assertThat(cache.commands()).containsExactly(List.of("cache", "--json"));
    CacheContent content = model.content().get();
    assertThat(CacheText.headline(content)).isEqualTo("1.3 GB of 5 GB kept for later runs");
    assertThat(CacheText.detail(content)).isEqualTo("1,205 pictures and views");
    assertThat(CacheText.parts(content)).isEqualTo("Frost 64 up to stage3: 1.3 GB");
    assertThat(content.filled()).isEqualTo(0.26);
    assertThat(model.budget().text().get()).as("automatic").isEmpty();
    assertThat(model.setBlocked().get()).isEqualTo("This is the budget already.");

    controller.toggle();
    assertThat(model.open().get()).isFalse();
    assertThat(cache.commands()).hasSize(1);
  }

  @Test
  void aBudgetIsSetAndTheCacheShrinks() {
    controller.refresh();
    model.budget().text().set(" 500 mb ");
    assertThat(model.setBlocked().get()).isEmpty();
    controller.setBudget();

    assertThat(cache.commands().get(1)).containsExactly("cache", "--json", "--budget", "500 mb");
    assertThat(message()).isEqualTo("The budget is set; 800 MB removed to fit it.");
    assertThat(model.budget().text().get()).isEqualTo("500 MB");
    assertThat(model.content().get().bytes()).isEqualTo(500_000_000);

    model.budget().text().set("");
    controller.setBudget();
    assertThat(cache.commands().get(2)).containsExactly("cache", "--json", "--budget", "auto");
    assertThat(message()).isEqualTo("The budget follows the disk.");
    assertThat(model.content().get().automatic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "much", "-5 GB", "GB", "5 gigs"})
  void aBudgetIsASize(String text) {
    controller.refresh();
    model.budget().text().set(text);
    controller.setBudget();

    assertThat(model.setBlocked().get())
        .isEqualTo(
            "The budget must be a size such as 500 MB or 5 GB; leave it blank to have it picked.");
    assertThat(cache.commands()).hasSize(1);
    model.budget().text().set("999 KB");
    assertThat(model.setBlocked().get()).isEqualTo("The smallest budget is 1 MB.");
  }

  @ParameterizedTest
  @CsvSource({"5000000000, 5 GB", "1250000000, 1250 MB", "1500000, 1500 KB", "1234567, 1.2 MB"})
  void aBudgetIsShownAsItWouldBeTyped(long bytes, String text) {
    CacheContent content = new CacheContent(1, "x", 0, 0, bytes, false, null, null);

    assertThat(CacheText.budget(content)).isEqualTo(text);
  }

  @Test
  void clearingAsksFirst() {
    controller.refresh();
    controller.askToClear();
    assertThat(model.asking().get()).isTrue();
    controller.keep();
    assertThat(model.asking().get()).isFalse();
    assertThat(cache.commands()).hasSize(1);

    controller.askToClear();
    controller.clear();
    assertThat(model.asking().get()).isFalse();
    assertThat(cache.commands().get(1)).containsExactly("cache", "--json", "--clear");
    assertThat(message()).isEqualTo("1.3 GB removed.");
    assertThat(CacheText.headline(model.content().get()))
        .isEqualTo("Nothing kept yet; up to 5 GB will be");
    controller.askToClear();
    assertThat(model.asking().get()).as("there is nothing left").isFalse();
  }

  @Test
  void troubleIsOneSentenceAndGoesAwayWhenAllIsWell() {
    controller.refresh();
    cache.fail(new CommandRunner.Result(4, "", "The disk is gone.\n"));
    controller.refresh();
    assertThat(model.message().get()).isEqualTo(new CacheMessage(true, "The disk is gone."));
    assertThat(model.content().get().bytes()).as("what was known").isEqualTo(1_300_000_000);
    assertThat(model.busy().get()).isFalse();

    cache.fail(new CommandRunner.Result(1, "", ""));
    controller.refresh();
    assertThat(message()).isEqualTo("The command ended with code 1.");

    cache.fail(null);
    controller.refresh();
    assertThat(model.message().get()).isEqualTo(CacheMessage.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"version\": 2, \"folder\": \"x\"}", "{\"version\": 1}"})
  void anAnswerThatCannotBeReadIsTrouble(String output) {
    cache.fail(new CommandRunner.Result(0, output, ""));
    controller.refresh();

    assertThat(model.message().get().trouble()).isTrue();
    assertThat(message()).startsWith("The command");
    assertThat(model.content().get()).isNull();
  }

  @Test
  void aWarningIsPassedOn() {
    CommandRunner.Result well = cache.run(List.of("cache", "--json"));
    cache.fail(new CommandRunner.Result(0, well.output(), "cache.json is damaged."));
    controller.refresh();

    assertThat(model.message().get()).isEqualTo(new CacheMessage(true, "cache.json is damaged."));
    assertThat(model.content().get()).isNotNull();
  }

  @Test
  void whatTheUserTypesOutlivesALook() {
    controller.refresh();
    model.budget().text().set("2 G");
    controller.refresh();

    assertThat(model.budget().text().get()).isEqualTo("2 G");
  }

  @Test
  void aLookDuringACommandComesAfterIt() {
    List<Runnable> waiting = new ArrayList<>();
    CacheController slow = new CacheController(model, cache, waiting::add, Runnable::run);
    slow.refresh();
    assertThat(model.clearBlocked().get()).isEqualTo("The cache is being looked at.");
    slow.refresh();
    assertThat(waiting).hasSize(1);

    waiting.remove(0).run();
    assertThat(waiting).hasSize(1);
    waiting.remove(0).run();
    assertThat(cache.commands()).hasSize(2);
    assertThat(model.busy().get()).isFalse();
  }
}
