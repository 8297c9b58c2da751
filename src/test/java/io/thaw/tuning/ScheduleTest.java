package io.thaw.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.thaw.job.RateSchedule;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void aConstantRateStays() {
    Schedule schedule = new Schedule(RateSchedule.CONSTANT, 0.2, 100, 0.05);

    assertThat(schedule.rate(0)).isEqualTo(0.2);
    assertThat(schedule.rate(99)).isEqualTo(0.2);
  }

  @Test
  void aCosineRisesToItsPeakAndFallsTowardsZero() {
    Schedule schedule = new Schedule(RateSchedule.COSINE, 0.2, 100, 0.05);

    assertThat(schedule.rate(0)).isCloseTo(0.04, within(1e-9));
    assertThat(schedule.rate(4)).isCloseTo(0.2, within(1e-9));
    assertThat(schedule.rate(5)).isCloseTo(0.2, within(1e-9));
    assertThat(schedule.rate(52)).isBetween(0.09, 0.11);
    assertThat(schedule.rate(99)).isBetween(0.0, 0.001);
    for (int step = 6; step < 100; step++) {
      assertThat(schedule.rate(step)).isLessThan(schedule.rate(step - 1));
    }
  }

  @Test
  void aRunOfOneStepHasItsPeak() {
    assertThat(new Schedule(RateSchedule.COSINE, 0.2, 1, 0.05).rate(0)).isEqualTo(0.2);
  }
}
