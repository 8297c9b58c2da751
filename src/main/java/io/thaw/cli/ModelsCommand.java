package io.thaw.cli;

import io.thaw.catalogue.ModelCard;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code thaw models}. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "Lists the models that can be picked.",
    footer = {"", "Example: thaw models"})
final class ModelsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  ModelsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TextTable table = new TextTable("id", "name", "input", ">parameters", ">classes", "from");
    List<ModelCard> cards = surroundings.catalogue().list();
    for (ModelCard card : cards) {
      table.row(
          card.id(),
          card.name(),
          card.input().width() + "x" + card.input().height(),
          TextTable.number(card.parameters()),
          card.classes().isEmpty() ? "unknown" : Integer.toString(card.classes().size()),
          card.origin());
    }
    table.print(surroundings.out());
    return ExitCode.DONE;
  }
}
