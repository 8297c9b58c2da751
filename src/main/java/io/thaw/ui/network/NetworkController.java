package io.thaw.ui.network;

import io.thaw.catalogue.ModelCard;
import io.thaw.network.BadNetworkException;
import io.thaw.ui.common.LatestTask;
import java.util.concurrent.Executor;

/** Works out what there is to say about a network, away from the FX thread. */
public final class NetworkController {
  private static final System.Logger LOG = System.getLogger(NetworkController.class.getName());

  private final NetworkModel model;
  private final LatestTask<LoadedNetwork> loading;

  /**
   * A controller.
   *
   * @param background where shapes and costs are worked out
   * @param foreground where {@code model} may be changed
   */
  public NetworkController(NetworkModel model, Executor background, Executor foreground) {
    this.model = model;
    this.loading = new LatestTask<>(background, foreground);
  }

  /**
   * Shows a model's network with every layer frozen; null shows none.
   *
   * @param shown called once the network is on show
   */
  public void show(ModelCard card, Runnable shown) {
    if (card == null) {
      loading.cancel();
      model.show(null);
    } else {
      model.loadingProperty().set(true);
      loading.submit(
          () -> LoadedNetwork.of(card.network(), card.input().shape()),
          network -> {
            model.show(network);
            shown.run();
          },
          this::failed);
    }
  }

  private void failed(Exception problem) {
    LOG.log(System.Logger.Level.WARNING, "A network cannot be shown.", problem);
    model.show(null);
    model
        .problemProperty()
        .set(
            problem instanceof BadNetworkException
                ? problem.getMessage()
                : "The network cannot be shown: " + problem + ".");
  }
}
