package dz.linatatawwa.checkpoints;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Everything that one line of the ledger says, and how it is written down before it is hashed: one fact a line, always in the same order, a hyphen
 *  where there is nothing, free words in Base64, so that there is exactly one way to write it.
 *  @param minutes   negative: the line takes another back
 *  @param writtenAt to the microsecond, as the database keeps it */
record Facts(long entry, long claim, @Nullable Long reverses, long volunteer, LocalDate day, int minutes, String grade, @Nullable Long organization,
    @Nullable Long opportunity, @Nullable String field, @Nullable String activity, @Nullable String wilaya, @Nullable String commune, Instant writtenAt,
    @Nullable Long writtenBy, @Nullable String reason) {

  private static final DateTimeFormatter TO_THE_MICROSECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM");

  /** All of it: what the commitment binds, and what only the person themselves gets to read. */
  String all() {
    return "linatatawwa ledger entry v1\n" + line("entry", entry) + line("claim", claim) + line("reverses", reverses) + line("volunteer", volunteer)
        + line("day", day) + line("minutes", minutes) + line("grade", grade) + line("organization", organization) + line("opportunity", opportunity)
        + line("field", field) + line("activity", activity) + line("wilaya", wilaya) + line("commune", commune)
        + line("written-at", TO_THE_MICROSECOND.format(writtenAt)) + line("written-by", writtenBy)
        + line("reason", reason == null ? null : Base64.getEncoder().encodeToString(reason.getBytes(StandardCharsets.UTF_8)));
  }

  /** Binds to every fact without telling one: nobody finds the salt by trying. */
  byte[] commitment(byte[] salt) {
    return Hashes.of(salt, all().getBytes(StandardCharsets.UTF_8));
  }

  /** What stands in the tree: enough to add the hours up, nothing of the person. */
  String leaf(byte[] commitment) {
    return "linatatawwa ledger leaf v1\n" + line("month", MONTH.format(day)) + line("minutes", minutes) + line("grade", grade) + line("field", field)
        + line("wilaya", wilaya) + line("kind", reverses == null ? "hours" : "reversal") + line("commitment", Base64.getEncoder().encodeToString(commitment));
  }

  byte[] leafHash(byte[] commitment) {
    return Hashes.leaf(leaf(commitment).getBytes(StandardCharsets.UTF_8));
  }

  private static String line(String name, @Nullable Object value) {
    return name + " " + (value == null ? "-" : value) + "\n";
  }
}
