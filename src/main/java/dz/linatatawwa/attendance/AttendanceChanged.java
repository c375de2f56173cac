package dz.linatatawwa.attendance;

import dz.linatatawwa.opportunities.ShiftId;

/** One person's times in a day that is closed were changed: a deed came late and was accepted, or a contradiction was settled. */
public record AttendanceChanged(ShiftId shift, long attendance) {}
