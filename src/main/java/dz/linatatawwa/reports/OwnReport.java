package dz.linatatawwa.reports;

import java.time.Instant;

/** One's own report, and what became of it. */
public record OwnReport(Concern concern, Instant at, ReportReason reason, String words) {}
