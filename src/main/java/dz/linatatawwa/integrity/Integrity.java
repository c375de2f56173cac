package dz.linatatawwa.integrity;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.Notices;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.MatterId;
import dz.linatatawwa.supervision.Matters;
import dz.linatatawwa.supervision.Territories;
import dz.linatatawwa.supervision.Whereabouts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The desk of doubts: supervisors of the territory look at what the checks found and say what it is. Nothing here changes an hour: only a decided matter may. */
@Service
public class Integrity {

  static final String MATTER = "integrity-doubt";
  private static final Duration TIME_TO_DECIDE = Duration.ofDays(7);

  private final DoubtTable doubts;
  private final FindingTable findings;
  private final QuestionTable questions;
  private final Weights weights;
  private final Territories territories;
  private final Organizations organizations;
  private final Matters matters;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  Integrity(DoubtTable doubts, FindingTable findings, QuestionTable questions, Weights weights, Territories territories, Organizations organizations,
      Matters matters, Notices notices, Audit audit, Clock clock) {
    this.doubts = doubts;
    this.findings = findings;
    this.questions = questions;
    this.weights = weights;
    this.territories = territories;
    this.organizations = organizations;
    this.matters = matters;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** The doubts of a supervisor's territory, the greatest risk first; never one that concerns the supervisor. */
  public Slice<Doubt> queue(AccountId supervisor, DoubtFilter filter, int page) {
    return doubts.page(territories.of(supervisor), supervisor, own(supervisor), filter, weights.queueFrom(), page);
  }

  /** Organisations with something in the queue, for its filter. */
  public List<OrganizationId> organizations(AccountId supervisor) {
    List<Long> own = own(supervisor);
    return doubts.organizations(territories.of(supervisor), weights.queueFrom()).stream().filter(id -> !own.contains(id)).map(OrganizationId::new).toList();
  }

  /** One doubt.
   *  @throws NotFound outside the territory, and for whoever is on one of its sides */
  public Doubt look(AccountId supervisor, long id) {
    return ours(supervisor, id, doubts.find(id).orElseThrow(() -> new NotFound("doubt " + id)));
  }

  /** The claims behind it. */
  public List<Evidence> evidence(Doubt doubt) {
    return doubts.evidence(doubt.id());
  }

  /** What was asked about it, the newest first. */
  public List<Question> questions(Doubt doubt) {
    return questions.of(doubt.id());
  }

  /** Who else could take it: the supervisors of its wilaya, without those concerned. */
  public List<AccountId> others(AccountId supervisor, Doubt doubt) {
    return Stream.concat(territories.supervisors(Whereabouts.in(doubt.wilaya())).stream(), territories.supervisors(Whereabouts.in(null)).stream()).distinct()
        .filter(one -> !one.equals(supervisor) && !doubts.concerns(doubt.id(), one.value(), own(one))).toList();
  }

  /** Nothing is wrong. What the checks found is closed; what they find anew opens the doubt again.
   *  @param because why, in the supervisor's words; kept in the audit log
   *  @return false when it no longer waits */
  @Transactional
  public boolean clear(AccountId supervisor, long id, String because) {
    Doubt doubt = locked(supervisor, id);
    if (!doubt.state().waits()) return false;
    close(id, DoubtState.CLEARED);
    audit.note(supervisor, "doubt.cleared", "doubt", Long.toString(id), because, Map.of("risk", doubt.risk(), "checks", codes(doubt)));
    return true;
  }

  /** Asks one side; its people are told, and what they answer comes here.
   *  @param side organization or volunteer: a doubt about a shift or an organisation has only the first */
  @Transactional
  public boolean ask(AccountId supervisor, long id, String side, String words) {
    Doubt doubt = locked(supervisor, id);
    boolean volunteer = side.equals("volunteer");
    Long of = volunteer ? Long.valueOf(doubt.subjectId()) : doubt.organizationId();
    if (!doubt.state().waits() || of == null || (volunteer && doubt.about() != About.VOLUNTEER)) return false;
    long question = questions.ask(id, volunteer ? "volunteer" : "organization", of, words, supervisor);
    doubts.state(id, DoubtState.ASKED);
    List<AccountId> asked = volunteer ? List.of(new AccountId(of)) : organizations.coordinators(new OrganizationId(of));
    notices.tellAll(asked, "integrity-question", "integrity.notice.question.title", "integrity.notice.question.body", "/supervision/integrity/questions/" + question,
        "integrity-question:" + question, words);
    audit.note(supervisor, "doubt.asked", "doubt", Long.toString(id), words, Map.of("side", side));
    return true;
  }

  /** A question, for somebody of the side that was asked. */
  public Question asked(AccountId person, long question) {
    Question found = questions.find(question).orElseThrow(() -> new NotFound("question " + question));
    boolean theirs = found.side().equals("volunteer") ? found.of() == person.value() : organizations.mayRun(person, new OrganizationId(found.of()));
    if (!theirs) throw new NotFound("question " + question + " is not for " + person);
    return found;
  }

  /** Keeps the answer; the first one counts. Who asked is told. */
  @Transactional
  public boolean answer(AccountId person, long question, String words) {
    Question asked = asked(person, question);
    if (!questions.answer(question, words, person, clock.instant())) return false;
    notices.tell(asked.askedBy(), "integrity-answer", "integrity.notice.answer.title", "integrity.notice.answer.body", "/supervision/integrity/" + asked.doubt(),
        "integrity-answer:" + question, words);
    audit.note(person, "doubt.answered", "doubt", asked.doubt(), null);
    return true;
  }

  /** Makes it a matter of supervision: what is decided there may take hours back.
   *  @param summary what the queue of matters says of it */
  @Transactional
  public @Nullable MatterId open(AccountId supervisor, long id, String summary, String because) {
    Doubt doubt = locked(supervisor, id);
    if (!doubt.state().waits()) return null;
    MatterId matter = matters.open(MATTER, id, Whereabouts.in(doubt.wilaya()), summary, clock.instant().plus(TIME_TO_DECIDE));
    doubts.state(id, DoubtState.CASE);
    audit.note(supervisor, "doubt.opened", "doubt", Long.toString(id), because, Map.of("matter", matter.value(), "risk", doubt.risk(), "checks", codes(doubt)));
    return matter;
  }

  /** Hands it to another supervisor, or up to those of the nation.
   *  @param to null: the nation's */
  @Transactional
  public boolean handOver(AccountId supervisor, long id, @Nullable AccountId to, String because) {
    Doubt doubt = locked(supervisor, id);
    if (!doubt.state().waits() || (to != null && !others(supervisor, doubt).contains(to))) return false;
    boolean up = to == null || !territories.of(to).covers(doubt.wilaya());
    doubts.handTo(id, to, up);
    List<AccountId> told = to != null ? List.of(to) : territories.supervisors(Whereabouts.in(null));
    notices.tellAll(told, "integrity-handed", "integrity.notice.handed.title", "integrity.notice.handed.body", "/supervision/integrity/" + id,
        "integrity-handed:" + id + ":" + clock.millis(), because);
    audit.note(supervisor, "doubt.handed-over", "doubt", Long.toString(id), because, Map.of("to", to == null ? "nation" : to.toString()));
    return true;
  }

  /** After its matter was decided. */
  void settled(long id) {
    close(id, DoubtState.SETTLED);
  }

  private void close(long id, DoubtState state) {
    doubts.state(id, state);
    findings.close(id, state.code());
    findings.addUp(List.of(id), List.of());
  }

  private Doubt locked(AccountId supervisor, long id) {
    return ours(supervisor, id, doubts.lock(id).orElseThrow(() -> new NotFound("doubt " + id)));
  }

  private Doubt ours(AccountId supervisor, long id, Doubt doubt) {
    if (!territories.covers(supervisor, doubt.wilaya())) throw new NotFound("doubt " + id + " is foreign to " + supervisor);
    if (doubts.concerns(id, supervisor.value(), own(supervisor))) throw new NotFound("doubt " + id + " concerns " + supervisor);
    return doubt;
  }

  private List<Long> own(AccountId person) {
    return organizations.ofMember(person).stream().map(one -> one.organization().id().value()).toList();
  }

  private static List<String> codes(Doubt doubt) {
    return doubt.open().stream().map(finding -> finding.check().code()).distinct().toList();
  }
}
