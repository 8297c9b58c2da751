package io.thaw.tuning;

import io.thaw.network.TensorShape;

/**
 * The first epochs of a run learn from smaller pictures, which are faster (Howard, "Training
 * ImageNet in 3 hours", 2018, {@code https://www.fast.ai/posts/2018-04-30-dawnbench-fastai.html}).
 *
 * @param train the training samples in small
 * @param small shape of one of them, {@code [3, H, W]}
 * @param full shape of one sample of all later epochs and of validation
 * @param lastEpoch the last small one
 */
public record SmallStart(Samples train, TensorShape small, TensorShape full, int lastEpoch) {
  boolean holds(int epoch) {
    return epoch <= lastEpoch;
  }
}
