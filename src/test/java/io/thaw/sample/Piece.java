package io.thaw.sample;

import java.util.List;

/**
 * A solid with its skin, in units of its owner: about 1 from the middle to the outside.
 *
 * @param reach radius of a ball around the origin that holds all of it
 */
record Piece(Solid solid, Skin skin, double reach) {
  /** The same, turned and moved about within its owner. */
  Piece placed(Turn turn, Vec to) {
    Skin moved =
        new Skin() {
          @Override
          public Surface at(double x, double y, double z) {
            Vec own = turn.back(new Vec(x, y, z).minus(to));
            return skin.at(own.x(), own.y(), own.z());
          }

          @Override
          public double relief(double x, double y, double z) {
            Vec own = turn.back(new Vec(x, y, z).minus(to));
            return skin.relief(own.x(), own.y(), own.z());
          }
        };
    return new Piece(solid.placed(turn, to), moved, reach + to.length());
  }

  static List<Piece> placed(List<Piece> pieces, Turn turn, Vec to) {
    return pieces.stream().map(piece -> piece.placed(turn, to)).toList();
  }
}
