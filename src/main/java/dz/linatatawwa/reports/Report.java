package dz.linatatawwa.reports;

import java.time.Instant;

/** One report.
 *  @param account whether somebody with an account sent it
 *  @param words   may be empty */
public record Report(Instant at, boolean account, ReportReason reason, String words) {}
