package dz.linatatawwa.trainings;

/** Names a training. */
public record TrainingId(long value) {

  public TrainingId {
    if (value < 1) throw new IllegalArgumentException("not the id of a training: " + value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
