package dz.linatatawwa.releases;

import dz.linatatawwa.accounts.AccountClosed;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.checkpoints.Checkpoint;
import dz.linatatawwa.checkpoints.Checkpoints;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.PublicPagesChanged;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Audit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Releases of the figures of quarters and years: drafted, published once, revised beside what stands, withdrawn with a reason. */
@Service
public class Releases {

  /** From this day after a term's end on, its figures are not provisional: hours have been confirmed and most contests settled. */
  static final int SETTLED_AFTER = 15;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 2000;

  private final EditionTable editions;
  private final CellTable cells;
  private final Reckoning reckoning;
  private final BesideTable besides;
  private final PackageMaker packages;
  private final ReleaseKeys keys;
  private final Checkpoints checkpoints;
  private final Settings settings;
  private final Audit audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Releases(EditionTable editions, CellTable cells, Reckoning reckoning, BesideTable besides, PackageMaker packages, ReleaseKeys keys, Checkpoints checkpoints,
      Settings settings, Audit audit, Clock clock, ApplicationEventPublisher events) {
    this.editions = editions;
    this.cells = cells;
    this.reckoning = reckoning;
    this.besides = besides;
    this.packages = packages;
    this.keys = keys;
    this.checkpoints = checkpoints;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** Counts a quarter or a year as the ledger is now, all at one moment of the database; takes minutes for millions of lines.
   *  @param by null: the platform itself */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public Made draft(Term term, @Nullable AccountId by) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    if (!today.isAfter(term.last())) return new Made.Refused(Made.Why.NOT_OVER);
    editions.alone();
    Optional<Checkpoint> checkpoint = checkpoints.newest();
    if (checkpoint.isEmpty()) return new Made.Refused(Made.Why.NO_CHECKPOINT);
    long size = checkpoint.get().size();
    Edition standing = standing(term);
    if (standing != null && standing.ledgerSize() == size) return new Made.Refused(Made.Why.NOTHING_NEW);
    boolean provisional = today.isBefore(term.last().plusDays(SETTLED_AFTER));
    cells.freeze(term, size);
    List<Edition> others = others(term);
    Beside beside = subtracted(besides.read(term), others).among(others);
    Optional<Reckoning.Reckoned> reckoned = reckoning.reckon(term, size, beside, provisional, standing, others);
    if (reckoned.isEmpty()) return new Made.Refused(Made.Why.GIVES_AWAY);
    editions.draft(term, size, provisional, beside.hiding(reckoned.get().hidden()), reckoned.get().tables(), "", clock.instant(), by == null ? null : by.value());
    return new Made.Drafted(editions.of(term).getFirst());
  }

  /** Makes a draft everybody's: packed, signed, for ever.
   *  @param note what it says of itself; a revision must */
  @Transactional
  public Made publish(Edition draft, String note, @Nullable AccountId by) {
    if (draft.number() > 1 && note.strip().length() < SHORTEST || note.length() > LONGEST) return new Made.Refused(Made.Why.NO_NOTE);
    editions.alone();
    if (!editions.lock(draft.id(), Edition.State.DRAFT)) return new Made.Refused(Made.Why.GONE);
    Beside beside = editions.beside(draft.id());
    if (!beside.madeBeside().equals(others(draft.term()).stream().map(Edition::fileName).toList())) return new Made.Refused(Made.Why.OVERTAKEN);
    byte[] archive = packages.make(draft, note.strip(), editions.tables(draft.id()), beside, licence());
    byte[] hash = Archive.sha256(archive);
    editions.publish(draft.id(), note.strip(), archive, hash, keys.sign(draft, HexFormat.of().formatHex(hash)), clock.instant(), by == null ? null : by.value());
    audit.note(by, "release.published", "release", draft.fileName(), note.isBlank() ? null : note.strip(), Map.of("sha256", HexFormat.of().formatHex(hash)));
    events.publishEvent(new PublicPagesChanged());
    return new Made.Published(editions.find(draft.term(), draft.number()).orElseThrow());
  }

  /** An edition does not hold any more; it stays where it is, with the reason.
   *  @return false when it is not published, or the reason is shorter than 10 characters or longer than 1,000 */
  @Transactional
  public boolean withdraw(Edition edition, String why, AccountId by) {
    if (why.strip().length() < SHORTEST || why.length() > LONGEST / 2 || !editions.lock(edition.id(), Edition.State.PUBLISHED)) return false;
    editions.withdraw(edition.id(), why.strip(), clock.instant(), by.value());
    audit.note(by, "release.withdrawn", "release", edition.fileName(), why.strip(), Map.of());
    events.publishEvent(new PublicPagesChanged());
    return true;
  }

  /** Throws a draft away. */
  @Transactional
  public boolean discard(Edition draft, AccountId by) {
    boolean gone = editions.discard(draft.id());
    if (gone) audit.note(by, "release.discarded", "release", draft.fileName(), null, Map.of());
    return gone;
  }

  /** What everybody may see, the newest first. */
  public Slice<Edition> open(int page) {
    return editions.open(page);
  }

  /** Drafts that wait for somebody. */
  public List<Edition> drafts() {
    return editions.drafts();
  }

  /** All editions of a quarter or a year, drafts too, the newest first. */
  public List<Edition> of(Term term) {
    return editions.of(term);
  }

  public Optional<Edition> find(Term term, int number) {
    return editions.find(term, number);
  }

  /** The edition of a quarter or a year that holds: the newest that was not withdrawn. */
  public Optional<Edition> current(Term term) {
    return editions.of(term).stream().filter(edition -> edition.state() == Edition.State.PUBLISHED).findFirst();
  }

  /** What an edition says. */
  public List<ReleaseTable> tables(Edition edition) {
    return editions.tables(edition.id());
  }

  /** Minutes that were attended and are not counted, by reason; -1 where they are too few to be shown. */
  public Map<String, Long> excluded(Edition edition) {
    return editions.beside(edition.id()).excluded();
  }

  /** The whole package; nothing of a draft. */
  public Optional<byte[]> archive(Edition edition) {
    return editions.archive(edition.id());
  }

  /** One file of the package.
   *  @param name as in the package: {@code csv/T1.csv} */
  public Optional<byte[]> file(Edition edition, String name) {
    return archive(edition).flatMap(bytes -> {
      try {
        return Optional.ofNullable(Archive.read(bytes).get(name));
      } catch (IOException e) {
        throw new UncheckedIOException(edition.fileName(), e);
      }
    });
  }

  /** In what a draft differs from the edition that stands before it; empty where none does. */
  public List<Difference> changes(Edition draft) {
    Optional<Edition> before = editions.of(draft.term()).stream().filter(edition -> edition.number() < draft.number() && edition.isOpen()).findFirst();
    return before.map(edition -> Comparing.compare(editions.tables(edition.id()), editions.tables(draft.id()), false)).orElse(List.of());
  }

  /** The keys by which releases are checked, the newest first. */
  public List<String> keys() {
    return keys.verifiers().stream().map(Object::toString).toList();
  }

  /** Under which licence releases stand; empty: none was chosen yet. */
  public String licence() {
    return settings.get(ReleaseSettings.LICENCE);
  }

  @ApplicationModuleListener
  void left(AccountClosed closed) {
    cells.erase(closed.account().value());
  }

  /** Published editions from which, or from whose numbers this one's, somebody may subtract: of a year its quarters; of a quarter of a released year, the year and the others. */
  private List<Edition> others(Term term) {
    Year year = new Year(term.year());
    List<Edition> quarters = year.quarters().stream().filter(quarter -> !quarter.equals(term)).flatMap(quarter -> Optional.ofNullable(standing(quarter)).stream()).toList();
    if (term.equals(year)) return quarters;
    Edition whole = standing(year);
    return whole == null ? List.of() : Stream.concat(Stream.of(whole), quarters.stream()).toList();
  }

  private Beside subtracted(Beside beside, List<Edition> others) {
    Map<Boolean, List<Beside>> years = others.stream().collect(Collectors.partitioningBy(other -> other.term() instanceof Year,
        Collectors.mapping(other -> editions.beside(other.id()), Collectors.toList())));
    List<Beside> year = years.getOrDefault(true, List.of());
    List<Beside> quarters = years.getOrDefault(false, List.of());
    return year.isEmpty() ? Remainder.ofYear(beside, quarters) : Remainder.ofQuarter(beside, year.getFirst(), quarters);
  }

  private @Nullable Edition standing(Term term) {
    return editions.of(term).stream().filter(Edition::isOpen).findFirst().orElse(null);
  }
}
