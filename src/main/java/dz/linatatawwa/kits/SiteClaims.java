package dz.linatatawwa.kits;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.attendance.Answer;
import dz.linatatawwa.attendance.Arrivals;
import dz.linatatawwa.attendance.Batch;
import dz.linatatawwa.attendance.DeedKind;
import dz.linatatawwa.attendance.DeedLine;
import dz.linatatawwa.attendance.Via;
import dz.linatatawwa.codes.Reading;
import dz.linatatawwa.codes.SiteCodes;
import dz.linatatawwa.codes.SiteCodes.SiteCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Volunteers who opened the site's changing code with their own phone: the leader's phone signed it, they are signed in, so both say it. */
@Service
public class SiteClaims {

  /** What a volunteer's phone kept when it opened the code.
   *  @param key    made by the phone
   *  @param code   what stood after {@code /here#}
   *  @param at     milliseconds of the phone's clock
   *  @param leaving check-out instead of check-in */
  public record Claim(String key, String code, long at, boolean leaving) {}

  /** What became of a claim.
   *  @param title of the opportunity, where the code was one of ours */
  public record Claimed(Outcome outcome, @Nullable String title) {}

  private final Sites sites;
  private final Arrivals arrivals;
  private final Clock clock;

  SiteClaims(Sites sites, Arrivals arrivals, Clock clock) {
    this.sites = sites;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** Marks the volunteer as come or gone. Call it outside a transaction.
   *  @param sentAt the phone's clock at sending */
  public Claimed claim(AccountId volunteer, Claim claim, Instant sentAt) {
    Optional<SiteCode> code = SiteCodes.read(claim.code());
    Optional<Sites.Site> found = code.flatMap(c -> sites.find(c.kit()));
    if (code.isEmpty() || found.isEmpty() || !sites.signed(found.get(), code.get())) return refused(claim, Reading.Why.FORGED.code(), null);
    if (!code.get().isGoodAt(Instant.ofEpochMilli(claim.at()).plus(Duration.between(sentAt, clock.instant())))) return refused(claim, Reading.Why.EXPIRED.code(), null);
    Kit kit = found.get().kit();
    String title = found.get().title();
    if (kit.withdrawn()) return refused(claim, "code-revoked", title);
    DeedLine line = new DeedLine(claim.key(), kit.shift(), volunteer, claim.leaving() ? DeedKind.CHECK_OUT : DeedKind.CHECK_IN,
        Instant.ofEpochMilli(claim.at()), 0, true, null, null, null);
    Answer answer = arrivals.take(new Batch(Via.SITE_CODE, kit.leader(), kit.device(), sentAt, List.of(line))).getFirst();
    return new Claimed(new Outcome(claim.key(), answer.outcome().code(), answer.code(), answer.at()), title);
  }

  private static Claimed refused(Claim claim, String code, @Nullable String title) {
    return new Claimed(new Outcome(claim.key(), "refused", code, null), title);
  }
}
