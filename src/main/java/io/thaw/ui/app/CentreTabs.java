package io.thaw.ui.app;

import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Region;

/** The tabs in the middle, kept at {@link WorkbenchModel#tab()}. */
final class CentreTabs {
  private static final Map<WorkbenchModel.Tab, String> NAMES =
      Map.of(
          WorkbenchModel.Tab.NETWORK, "Network",
          WorkbenchModel.Tab.PICTURES, "Pictures",
          WorkbenchModel.Tab.TRAINING, "Training",
          WorkbenchModel.Tab.RESULTS, "Results");

  private final TabPane node = new TabPane();

  /**
   * Tabs.
   *
   * @param contents of every tab
   */
  CentreTabs(WorkbenchModel model, Map<WorkbenchModel.Tab, Node> contents) {
    node.setId("tabs");
    node.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    for (WorkbenchModel.Tab tab : WorkbenchModel.Tab.values()) {
      Tab shown = new Tab(NAMES.get(tab), contents.get(tab));
      shown.setId("tab-" + tab.name().toLowerCase(Locale.ROOT));
      node.getTabs().add(shown);
    }
    model.tab().addListener((property, before, now) -> select(now));
    node.getSelectionModel()
        .selectedIndexProperty()
        .addListener(
            (property, before, now) ->
                model.tab().set(WorkbenchModel.Tab.values()[now.intValue()]));
    select(model.tab().get());
  }

  Region node() {
    return node;
  }

  private void select(WorkbenchModel.Tab tab) {
    node.getSelectionModel().select(tab.ordinal());
  }
}
