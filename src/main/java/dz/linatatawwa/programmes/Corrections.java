package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Setting;
import dz.linatatawwa.site.SettingList;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** "This is not right", from either side: the other side is told at once, answers within a clock, and what it accepts becomes true. */
@Component
public class Corrections implements SettingList {

  private static final Setting.Whole DAYS = new Setting.Whole("programmes.correctionDays", 7, 1, 30);

  private final CorrectionTable table;
  private final MembershipTable memberships;
  private final ProgrammeTable programmes;
  private final Partners partners;
  private final Settings settings;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Corrections(CorrectionTable table, MembershipTable memberships, ProgrammeTable programmes, Partners partners, Settings settings, Notices notices, Audit audit,
      Clock clock) {
    this.table = table;
    this.memberships = memberships;
    this.programmes = programmes;
    this.partners = partners;
    this.settings = settings;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(DAYS);
  }

  /** What concerns this person, the newest first; at most 50. */
  public List<Correction> of(AccountId person) {
    return table.of(person);
  }

  /** What concerns a programme, what waits first; at most 50. */
  public List<Correction> of(ProgrammeId programme) {
    return table.of(programme);
  }

  /** The institution says that something about a member who shows their name is not right.
   *  @param proposed the right number, where that is wrong; for another cohort its name
   *  @return false when one waits already
   *  @throws NotFound for whoever it does not see */
  @Transactional
  public boolean byInstitution(AccountId by, ProgrammeId programme, long membership, Correction.Kind kind, String words, @Nullable String proposed) {
    Membership member = memberships.find(membership).filter(one -> one.programme().equals(programme) && one.shown().name() && !one.waitsForGuardian())
        .orElseThrow(() -> new NotFound("member " + membership + " of programme " + programme));
    if (!open(membership, "institution", kind, words, proposed, by)) return false;
    tellMember(member.volunteer(), programme, "correction");
    return true;
  }

  /** The member says so.
   *  @return false when one waits already
   *  @throws NotFound for whoever is no member */
  @Transactional
  public boolean byMember(AccountId person, ProgrammeId programme, Correction.Kind kind, String words, @Nullable String proposed) {
    Membership own = memberships.of(person, programme).orElseThrow(() -> new NotFound("membership of " + person + " in " + programme));
    if (!open(own.id(), "member", kind, words, proposed, person)) return false;
    tellInstitution(programme, "correction");
    return true;
  }

  /** The other side answers; what is accepted becomes true.
   *  @param person  the member, for what the institution said; somebody of the institution for the rest
   *  @param member  whether it is the member who answers
   *  @return false when it was answered before
   *  @throws NotFound when it is not theirs to answer */
  @Transactional
  public boolean answer(AccountId person, ProgrammeId programme, long id, boolean member, boolean accepted, @Nullable String words) {
    Correction correction = table.find(id).filter(one -> one.programme().equals(programme) && one.byInstitution() == member
        && (!member || one.volunteer().equals(person))).orElseThrow(() -> new NotFound("correction " + id + " for " + person));
    if (!table.answer(id, accepted, words, person, clock.instant())) return false;
    audit.note(person, accepted ? "programme.correction-accepted" : "programme.correction-refused", "programme", programme.toString(), null,
        Map.of("kind", correction.kind().code()));
    if (accepted) put(correction);
    if (member) tellInstitution(programme, "answer");
    else tellMember(correction.volunteer(), programme, "answer");
    return true;
  }

  /** Clocks that ran out: the side that owes the answer is told once more. */
  @Transactional
  public void remind() {
    for (long id : table.overdue(clock.instant())) {
      Correction correction = table.find(id).orElseThrow();
      if (correction.byInstitution()) tellMember(correction.volunteer(), correction.programme(), "overdue");
      else tellInstitution(correction.programme(), "overdue");
    }
  }

  private boolean open(long membership, String side, Correction.Kind kind, String words, @Nullable String proposed, AccountId by) {
    boolean opened = table.open(membership, side, kind, words, proposed, by, clock.instant(), clock.instant().plus(Duration.ofDays(settings.get(DAYS))));
    if (opened) audit.note(by, "programme.correction-opened", "programme", Long.toString(membership), null, Map.of("kind", kind.code(), "side", side));
    return opened;
  }

  private void put(Correction correction) {
    String proposed = correction.proposed();
    switch (correction.kind()) {
      case NOT_OURS -> memberships.leave(correction.membership(), correction.byInstitution() ? "institution" : "member", clock.instant());
      case REFERENCE -> memberships.number(correction.membership(), proposed);
      case COHORT -> Optional.ofNullable(proposed).ifPresent(name ->
          memberships.place(correction.membership(), programmes.cohort(correction.programme(), name).id()));
      case OTHER -> { }
    }
  }

  private void tellMember(AccountId person, ProgrammeId id, String what) {
    Programme programme = programmes.find(id).orElseThrow();
    Partner partner = partners.find(programme.partner()).orElseThrow();
    notices.tell(person, "programme-correction", "programmes.notice." + what + ".title", "programmes.notice." + what + ".body", "/programmes", null,
        programme.names(), partner.names());
  }

  private void tellInstitution(ProgrammeId id, String what) {
    Programme programme = programmes.find(id).orElseThrow();
    Partner partner = partners.find(programme.partner()).orElseThrow();
    notices.tellAll(partners.managers(partner.id()), "programme-correction", "programmes.notice." + what + ".title", "programmes.notice." + what + ".body",
        "/partners/" + partner.id() + "/desk/programmes/" + id, null, programme.names(), partner.names());
  }
}
