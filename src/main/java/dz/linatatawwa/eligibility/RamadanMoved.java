package dz.linatatawwa.eligibility;

/** The days of a Ramadan were changed: what was earned in it is to be looked at again. */
public record RamadanMoved(int hijriYear) {}
