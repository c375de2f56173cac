package dz.linatatawwa.figures;

/** Which slice.
 *  @param scope code or number of the place; 0 for the nation
 *  @param year  0 for persons whose lines are not told: only what is known of them */
record SliceKey(Kind kind, long scope, int part, int year) {}
