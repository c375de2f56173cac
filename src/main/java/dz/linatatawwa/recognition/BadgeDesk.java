package dz.linatatawwa.recognition;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with badges: write a draft, try it on today's data, publish it, retire it. The caller has checked who asks. */
@Service
public class BadgeDesk {

  private final BadgeTable table;
  private final HoldingTable holdings;
  private final WalkTable walks;
  private final HistoryTable history;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  BadgeDesk(BadgeTable table, HoldingTable holdings, WalkTable walks, HistoryTable history, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.holdings = holdings;
    this.walks = walks;
    this.history = history;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** What a deed on a draft came to. */
  public enum Answer { DONE, NO_DRAFT, NOT_TRIED }

  /** The newest published version of each, retired ones last. */
  public List<Badge> all() {
    return table.newest();
  }

  public List<Badge> drafts() {
    return table.drafts();
  }

  /** Every version of one badge, the newest first. */
  public List<Badge> versions(long id) {
    return table.versions(id);
  }

  /** How many people hold each badge, by its id. */
  public Map<Long, Long> holders() {
    return holdings.holders();
  }

  /** A new badge as a draft. @return its id; nothing when the key is taken */
  @Transactional
  public Optional<Long> add(String key, Badge.Kind kind, Wording wording, AccountId by) {
    Optional<Long> id = table.add(key, kind, by.value());
    id.ifPresent(made -> {
      table.draft(made, wording, by.value());
      audit.note(by, "badge.drafted", "badge", made, key);
    });
    return id;
  }

  /** Writes the draft of the next version. What was tried before no longer counts. */
  @Transactional
  public void draft(long id, Wording wording, AccountId by) {
    table.draft(id, wording, by.value());
    audit.note(by, "badge.drafted", "badge", id, null);
  }

  /** Throws a draft away. A badge of which nothing was published stays as an empty name. */
  @Transactional
  public void discard(long id, AccountId by) {
    table.discard(id);
    audit.note(by, "badge.discarded", "badge", id, null);
  }

  /** Tries the draft on everybody, in the background. */
  @Transactional
  public void attempt(long id, AccountId by) {
    walks.begin(id, true, by.value());
  }

  /** The trial of the draft as it stands. */
  public Optional<Walk> trial(long id) {
    return walks.trial(id);
  }

  /** The newest walk for good. */
  public Optional<Walk> walk() {
    return walks.latest();
  }

  /** Publishes the draft that was tried: it replaces the last version, and everybody is looked at. */
  @Transactional
  public Answer publish(long id, AccountId by) {
    Optional<Badge> draft = table.versions(id).stream().filter(version -> !version.published()).findFirst();
    if (draft.isEmpty()) return Answer.NO_DRAFT;
    boolean tried = draft.get().isLevel() || walks.trial(id).filter(Walk::finished).isPresent();
    if (!tried) return Answer.NOT_TRIED;
    table.publish(id, by.value(), clock.instant());
    audit.note(by, "badge.published", "badge", Long.toString(id), draft.get().key(), Map.of("version", draft.get().version(), "rule", draft.get().rule().json()));
    walks.begin(null, false, by.value());
    events.publishEvent(new PublicPagesChanged());
    return Answer.DONE;
  }

  /** Gives it to nobody any more; whoever has it keeps it as long as the hours beneath it stand. */
  @Transactional
  public void retire(long id, AccountId by) {
    if (!table.retire(id, by.value(), clock.instant())) return;
    audit.note(by, "badge.retired", "badge", id, null);
    events.publishEvent(new PublicPagesChanged());
  }

  /** What was given and taken of a badge, the newest first, fifty a page. */
  public Slice<HistoryLine> history(long id, int page) {
    return history.of(id, page);
  }
}
