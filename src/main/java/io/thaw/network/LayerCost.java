package io.thaw.network;

import java.util.OptionalLong;

/**
 * What a layer costs for one picture; empty where it is unknown.
 *
 * @param parameters number of values in its parameters, running statistics included
 * @param multiplyAdds multiplications with an addition, see {@link NetworkCost}
 * @param activationBytes size of its output in 32-bit floats
 */
public record LayerCost(
    OptionalLong parameters, OptionalLong multiplyAdds, OptionalLong activationBytes) {}
