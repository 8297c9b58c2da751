package io.thaw.dataset;

import java.util.List;

/**
 * What a look at every pixel of a folder's pictures found.
 *
 * @param scan what is left of the first look: pictures that cannot be decoded are among its
 *     problems
 * @param remarks on the pictures that are left, and on the classes; the gravest kinds first
 */
public record DeepReport(ScanReport scan, List<Remark> remarks) {
  public DeepReport {
    remarks = List.copyOf(remarks);
  }
}
