package io.thaw.job;

/** A machine that is easy to reckon with. */
public final class SampleMachine {
  private SampleMachine() {}

  /** A second for each million of anything frozen, half of it forwards, four times it backwards. */
  public static MachineSpeed speed() {
    return new MachineSpeed(
        MachineSpeed.VERSION,
        "Abacus",
        2,
        rates(1e6),
        rates(2e6),
        rates(0.25e6),
        new MachineSpeed.Fixed(3, 1, 1e-4, 0.16, 0.2, 0.1, 1e-3, 0.25e-3),
        new MachineSpeed.Decoding(0.01, 0.05, 0.002, 1e-5, 4e-6, 1e-6, 0.25),
        300_000_000,
        1_000_000_000);
  }

  private static EngineRates rates(double rate) {
    return new EngineRates(rate, rate, rate, rate, rate, rate);
  }
}
