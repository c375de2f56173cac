package dz.linatatawwa.hours;

/** Who settles hours, and from which level. */
record Settler(long account, Level level) {}
