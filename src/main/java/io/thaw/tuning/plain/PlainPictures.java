package io.thaw.tuning.plain;

import ai.djl.modality.cv.Image;
import ai.djl.modality.cv.ImageFactory;
import ai.djl.modality.cv.transform.CenterCrop;
import ai.djl.modality.cv.transform.Normalize;
import ai.djl.modality.cv.transform.Resize;
import ai.djl.modality.cv.transform.ResizeShort;
import ai.djl.modality.cv.transform.ToTensor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.dataset.Record;
import ai.djl.util.Progress;
import io.thaw.catalogue.InputSpec;
import io.thaw.dataset.BadDatasetException;
import io.thaw.dataset.LabeledImage;
import io.thaw.dataset.PicturePaths;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures as a data set of DJL's: read and prepared by DJL's own means each time one is asked for,
 * as its folder data set does.
 */
final class PlainPictures extends RandomAccessDataset {
  private final List<LabeledImage> images;

  private PlainPictures(Builder builder) {
    super(builder);
    this.images = builder.images;
  }

  /**
   * The pictures in batches.
   *
   * @param random whether they come in another order each epoch
   */
  static PlainPictures of(List<LabeledImage> images, InputSpec input, int batch, boolean random) {
    Builder builder = new Builder(images);
    builder.setSampling(batch, random);
    // DJL hands the place of a name in its own enumeration to MXNet as OpenCV's number; BICUBIC
    // is averaging by area there, so that the pictures are those that Thaw trains on.
    Image.Interpolation averaging = Image.Interpolation.BICUBIC;
    if (input.centerCrop()) {
      int side = Math.max(input.width(), input.height());
      builder.addTransform(new ResizeShort(side, -1, averaging));
      builder.addTransform(new CenterCrop(input.width(), input.height()));
    } else {
      builder.addTransform(new Resize(input.width(), input.height(), averaging));
    }
    builder.addTransform(new ToTensor());
    builder.addTransform(new Normalize(floats(input.mean()), floats(input.std())));
    return new PlainPictures(builder);
  }

  private static float[] floats(List<Float> values) {
    float[] result = new float[values.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.get(i);
    }
    return result;
  }

  private static Image picture(Path file) throws IOException {
    if (!PicturePaths.isArchived(file)) {
      return ImageFactory.getInstance().fromFile(file);
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return ImageFactory.getInstance().fromInputStream(stream);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws BadDatasetException when the file is no whole picture
   */
  @Override
  public Record get(NDManager manager, long index) {
    LabeledImage image = images.get(Math.toIntExact(index));
    try {
      Image picture = picture(image.file());
      return new Record(
          new NDList(picture.toNDArray(manager, Image.Flag.COLOR)),
          new NDList(manager.create((long) image.label())));
    } catch (IOException | RuntimeException e) {
      throw new BadDatasetException(
          "Plain DJL cannot read the picture " + PicturePaths.text(image.file()) + ".", e);
    }
  }

  @Override
  protected long availableSize() {
    return images.size();
  }

  /** {@inheritDoc} The files lie there already. */
  @Override
  public void prepare(Progress progress) {}

  private static final class Builder extends BaseBuilder<Builder> {
    private final List<LabeledImage> images;

    Builder(List<LabeledImage> images) {
      this.images = images;
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
