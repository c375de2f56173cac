package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.notices.Announcement;
import dz.linatatawwa.notices.Announcements;
import dz.linatatawwa.notices.ToSome;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What an organisation tells everybody with a place in a shift, an opportunity or its part of a campaign; each of them once, by the announcements of {@code notices}. */
@Service
public class Circulars {

  /** So long one can be taken back before anybody has it; what presses goes at once. */
  public static final Duration GRACE = Duration.ofMinutes(2);

  private final CircularTable table;
  private final Reaches reaches;
  private final GapFilling gaps;
  private final Announcements announcements;
  private final MessageSettings settings;
  private final Allowances allowances;
  private final Dictionary dictionary;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Circulars(CircularTable table, Reaches reaches, GapFilling gaps, Announcements announcements, MessageSettings settings, Allowances allowances, Dictionary dictionary, Audit audit,
      TransactionTemplate transaction, Clock clock) {
    this.table = table;
    this.reaches = reaches;
    this.gaps = gaps;
    this.announcements = announcements;
    this.settings = settings;
    this.allowances = allowances;
    this.dictionary = dictionary;
    this.audit = audit;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** What would go to how many people; nothing is written.
   *  @throws NotFound when it is for another organisation's people */
  public Told look(Organization organization, CircularDraft draft) {
    Reaches.Facts facts = facts(organization, draft);
    if (!organization.verified()) return new Told.NotVerified();
    if (draft.urgent() && !facts.soon()) return new Told.NotUrgent();
    Set<String> open = gaps.open(draft.text(), facts.known());
    if (!open.isEmpty()) return new Told.Gaps(open);
    CircularText text = gaps.fill(draft.text(), facts.known());
    if (longest(text.title()) > 2 * CircularText.TITLE || longest(text.body()) > 2 * CircularText.BODY) return new Told.TooLong(CircularText.BODY);
    int people = table.count(whom(organization, draft), clock.instant());
    return people < 2 ? new Told.TooFew(people) : new Told.Ready(0, people, text);
  }

  /** Sends it. That the coordinator runs the organisation is the caller's to have checked. */
  public Told send(AccountId coordinator, Organization organization, CircularDraft draft) {
    Told told = look(organization, draft);
    if (!(told instanceof Told.Ready ready)) return told;
    Optional<Duration> pause = allowances.take("circular", organization.id().toString(), settings.circularsADay(), Duration.ofDays(1));
    return pause.isPresent() ? new Told.TooOften(pause.get()) : transaction.execute(status -> sent(coordinator, organization, draft, ready));
  }

  private Told sent(AccountId coordinator, Organization organization, CircularDraft draft, Told.Ready ready) {
    Instant now = clock.instant();
    ToSome to = new ToSome(CircularAudience.KIND, CircularAudience.NOTICE, draft.urgent(), draft.urgent() ? now : now.plus(GRACE));
    long notice = announcements.begin(coordinator, headed(organization, ready.text().title()), ready.text().body(), facts(organization, draft).path(), to);
    long id = table.add(notice, whom(organization, draft), ready.people(), coordinator, now);
    audit.note(coordinator, "circular.sent", "circular", Long.toString(id), null,
        Map.of("organization", organization.id().value(), "to", draft.reach().code(), "people", ready.people(), "urgent", draft.urgent()));
    return new Told.Ready(id, ready.people(), ready.text());
  }

  /** Whoever reads it sees at once who says it. */
  private LocalName headed(Organization organization, LocalName title) {
    String fr = title.fr();
    String en = title.en();
    return new LocalName(headed(organization, title.ar(), Language.AR), fr == null ? null : headed(organization, fr, Language.FR), en == null ? null : headed(organization, en, Language.EN));
  }

  private String headed(Organization organization, String title, Language language) {
    return dictionary.in(language).text("messages.circular.headed", organization.name(language), title);
  }

  /** An organisation's, the newest first, twenty at a time. @param before only those older than this number; null: the newest */
  public Stretch<Circular> of(OrganizationId organization, @Nullable Long before) {
    Stretch<CircularTable.Row> rows = Stretch.of(table.of(organization, before == null ? Long.MAX_VALUE : before), CircularTable.SIZE, row -> Long.toString(row.id()));
    Map<Long, Announcement> texts = announcements.findAll(rows.rows().stream().map(CircularTable.Row::notice).toList());
    return new Stretch<>(rows.rows().stream().map(row -> row.with(texts)).toList(), rows.next());
  }

  /** One of an organisation's.
   *  @throws NotFound for another's */
  public Circular find(OrganizationId organization, long id) {
    CircularTable.Row row = table.find(organization, id).orElseThrow(() -> new NotFound("circular " + id + " is not of " + organization));
    return row.with(announcements.findAll(List.of(row.notice())));
  }

  /** How many have it and read it: sums, never who. */
  public Announcement.Readers readers(Circular one) {
    return announcements.readers(one.text().id());
  }

  /** Nobody more gets it; within the {@link #GRACE grace} nobody at all. May be said twice. */
  @Transactional
  public void stop(AccountId by, OrganizationId organization, long id) {
    Circular one = find(organization, id);
    if (one.text().stoppedAt() != null) return;
    announcements.stop(by, one.text().id());
    audit.note(by, "circular.stopped", "circular", Long.toString(id), null, Map.of("organization", organization.value()));
  }

  private Reaches.Facts facts(Organization organization, CircularDraft draft) {
    return reaches.facts(organization, draft.reach()).orElseThrow(() -> new NotFound(draft.reach() + " is not of " + organization.id()));
  }

  private static CircularTable.Whom whom(Organization organization, CircularDraft draft) {
    return new CircularTable.Whom(organization.id(), draft.reach(), draft.everybody(), draft.urgent());
  }

  private static int longest(LocalName name) {
    String fr = name.fr();
    String en = name.en();
    return Math.max(name.ar().length(), Math.max(fr == null ? 0 : fr.length(), en == null ? 0 : en.length()));
  }
}
