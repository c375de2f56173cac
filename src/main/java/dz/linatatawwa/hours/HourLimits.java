package dz.linatatawwa.hours;

/** The bounds of rule 2 and rule 5.
 *  @param clockHours        hours that a coordinator has to confirm
 *  @param lateHours         an attendance written down later than this after the shift needs a second person
 *  @param laterEntryHours   written down later than this after the shift, it is a later entry and not the day's own
 *  @param manyLater         more people than this by later entry in one shift need a second person
 *  @param shiftMinutes      at most for one person in one shift
 *  @param reasonMinutes     more than this on one day asks for a reason
 *  @param organizationHours confirmed in one month by one organisation; beyond it every claim needs a second person */
record HourLimits(int clockHours, int lateHours, int laterEntryHours, int manyLater, int shiftMinutes, int reasonMinutes,
    int organizationHours) {

  static final HourLimits USUAL = new HourLimits(72, 48, 12, 5, 960, 720, 50_000);
}
