package dz.linatatawwa.attendance;

import dz.linatatawwa.opportunities.ShiftId;

/** The day of a shift was closed: who came, and from when to when, stands fast and goes to the hours. */
public record AttendanceClosed(ShiftId shift) {}
