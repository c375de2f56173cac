package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;

/** A volunteer got a seat in a shift: at once, by the organisation's answer, or from the waiting list. */
public record ApplicationAccepted(ApplicationId application, ShiftId shift, AccountId volunteer) {}
