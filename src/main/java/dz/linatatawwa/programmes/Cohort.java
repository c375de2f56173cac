package dz.linatatawwa.programmes;

/** A faculty, a class, a company site. */
public record Cohort(long id, String name) {}
