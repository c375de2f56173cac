package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.certificates.Certificate;
import dz.linatatawwa.certificates.Certificates;
import dz.linatatawwa.certificates.Scope;
import dz.linatatawwa.certificates.Sealing;
import dz.linatatawwa.certificates.Span;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.Partners;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Programmes as the institution has them: made under an agreement that promises recognition, and read only as long as one holds. */
@Component
public class Programmes {

  private static final int PAGE = 50;
  private static final int MOST = 5_000;

  private final ProgrammeTable table;
  private final ProgressTable progress;
  private final MembershipTable memberships;
  private final Partners partners;
  private final Eligibility eligibility;
  private final Certificates certificates;
  private final Audit audit;
  private final Clock clock;

  Programmes(ProgrammeTable table, ProgressTable progress, MembershipTable memberships, Partners partners, Eligibility eligibility, Certificates certificates,
      Audit audit, Clock clock) {
    this.table = table;
    this.progress = progress;
    this.memberships = memberships;
    this.partners = partners;
    this.eligibility = eligibility;
    this.certificates = certificates;
    this.audit = audit;
    this.clock = clock;
  }

  /** What an institution sees of a programme's members.
   *  @param rows    those who show their names, fifty a page
   *  @param named   how many show their names, whatever the filter
   *  @param reached how many of these have reached the goal
   *  @param unnamed the others, as numbers that point at nobody */
  public record Look(Slice<Progress> rows, long named, long reached, Unnamed unnamed) {}

  public Optional<Programme> find(ProgrammeId id) {
    return table.find(id);
  }

  /** The programme of a code, as somebody typed it: any case, with spaces or dashes. */
  public Optional<Programme> byCode(String typed) {
    return table.byCode(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
  }

  /** A programme of this partner.
   *  @throws NotFound where it is another's, or none */
  public Programme of(PartnerId partner, ProgrammeId id) {
    return table.find(id).filter(found -> found.partner().equals(partner)).orElseThrow(() -> new NotFound("programme " + id + " of partner " + partner));
  }

  /** A partner's programmes, the newest first; at most 100. */
  public List<Programme> of(PartnerId partner) {
    return table.of(partner);
  }

  /** Whether the partner may follow its members today: an agreement promises recognition. */
  public boolean covered(PartnerId partner) {
    return partners.covering(partner, Promise.RECOGNITION).isPresent();
  }

  /** Makes a programme.
   *  @return nothing where no agreement promises recognition today */
  @Transactional
  public Optional<ProgrammeId> make(AccountId by, PartnerId partner, String nameAr, @Nullable String nameFr, Rule goal, LocalDate from, LocalDate to) {
    Optional<ProgrammeId> made = table.insert(partner, nameAr, nameFr, goal, from, to, by, partners.today(), clock.instant());
    made.ifPresent(id -> audit.note(by, "programme.made", "programme", id.toString(), null, Map.of("partner", partner.value())));
    return made;
  }

  /** Nobody joins any more; members stay until they leave.
   *  @return false when it was closed before */
  @Transactional
  public boolean close(AccountId by, ProgrammeId id) {
    boolean closed = table.close(id, clock.instant());
    if (closed) audit.note(by, "programme.closed", "programme", id.value(), null);
    return closed;
  }

  public List<Cohort> cohorts(ProgrammeId id) {
    return table.cohorts(id);
  }

  /** The cohort of this name, made where there is none. */
  @Transactional
  public Cohort cohort(AccountId by, ProgrammeId id, String name) {
    Cohort cohort = table.cohort(id, name);
    audit.note(by, "programme.cohort-made", "programme", id.value(), null);
    return cohort;
  }

  /** How many invitations wait for an answer. */
  public long invited(ProgrammeId id) {
    return memberships.waiting(id);
  }

  /** What the institution sees now. A consent that was withdrawn a moment ago is not in it. */
  @Transactional(readOnly = true)
  public Look look(Programme programme, ProgressFilter filter, int page) {
    Map<Long, Boolean> members = progress.members(programme.id());
    Set<Long> fitting = eligibility.fitting(programme.goal(), members.keySet());
    long named = members.values().stream().filter(shown -> shown).count();
    long reached = fitting.stream().filter(members::get).count();
    Slice<Progress> rows = new Slice<>(progress.page(programme, filter, fitting, PAGE, (long) (page - 1) * PAGE), page, PAGE,
        progress.count(programme, filter, fitting));
    return new Look(rows, named, reached, Unnamed.of(members.size() - named, fitting.size() - reached));
  }

  /** All rows at once, for a file; written down in the log. */
  @Transactional
  public List<Progress> export(AccountId by, Programme programme, ProgressFilter filter) {
    Set<Long> fitting = eligibility.fitting(programme.goal(), progress.members(programme.id()).keySet());
    List<Progress> rows = progress.page(programme, filter, fitting, MOST, 0);
    audit.note(by, "programme.exported", "programme", programme.id().toString(), null, Map.of("rows", rows.size()));
    return rows;
  }

  /** Seals the hours of everybody who shows their minutes, within the programme's days.
   *  @param cohort null: of all cohorts
   *  @return nothing where nobody shows them, or no agreement holds */
  @Transactional
  public Optional<Certificate> transcript(AccountId by, Programme programme, @Nullable Cohort cohort) {
    List<AccountId> people = progress.transcribed(programme.id(), cohort == null ? null : cohort.id());
    if (people.isEmpty() || people.size() > MOST || !covered(programme.partner())) return Optional.empty();
    Certificate sealed = certificates.sealed(new Sealing(subject(programme, cohort), Scope.ALL, new Span(programme.from(), programme.to()), Grade.COUNTED, people, by));
    table.handedOver(programme.id(), sealed.number().toString(), people.size(), by, clock.instant());
    audit.note(by, "programme.transcript", "programme", programme.id().toString(), null, Map.of("number", sealed.number().toString(), "people", people.size()));
    return Optional.of(sealed);
  }

  /** The members who let the institution see their minutes: whose numbers it may read, and nobody else's. */
  public Set<Long> showingMinutes(ProgrammeId id) {
    return Set.copyOf(progress.transcribed(id, null).stream().map(AccountId::value).toList());
  }

  /** Lists that were handed over, the newest first. */
  public List<Handed> transcripts(ProgrammeId id) {
    return table.transcripts(id).stream().map(one -> new Handed(one.number(), one.people(), one.madeAt())).toList();
  }

  /** A list that was handed over.
   *  @param number of the certificate that seals it */
  public record Handed(String number, int people, Instant madeAt) {}

  private LocalName subject(Programme programme, @Nullable Cohort cohort) {
    Partner partner = partners.find(programme.partner()).orElseThrow();
    String group = cohort == null ? "" : cohort.name() + " · ";
    String latin = programme.nameFr() == null || partner.nameFr() == null ? null : group + programme.nameFr() + " · " + partner.nameFr();
    return new LocalName(group + programme.nameAr() + " · " + partner.nameAr(), latin, null);
  }
}
