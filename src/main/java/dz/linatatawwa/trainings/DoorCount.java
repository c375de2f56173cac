package dz.linatatawwa.trainings;

/** A session in numbers. */
public record DoorCount(int placed, int came, int waiting, int offered) {}
