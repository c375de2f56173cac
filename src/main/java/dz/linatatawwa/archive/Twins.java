package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import dz.linatatawwa.supervision.Territories;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Operations that were entered twice: found by an index, explained, merged by a supervisor or told apart, and parted again. */
@Service
public class Twins {

  /** The parts of an operation that may be taken from the one that goes. */
  public static final List<String> PARTS = List.of("title", "about", "when", "place", "body", "led", "field", "amount", "units");

  private final PairTable pairs;
  private final OperationTable table;
  private final ListedOperations shelf;
  private final Territories territories;
  private final Audit audit;
  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  Twins(PairTable pairs, OperationTable table, ListedOperations shelf, Territories territories, Audit audit, JdbcClient db, JsonMapper json, Clock clock) {
    this.pairs = pairs;
    this.table = table;
    this.shelf = shelf;
    this.territories = territories;
    this.audit = audit;
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /** Two operations beside each other. */
  public record Beside(Operation a, Operation b, Likeness likeness) {}

  /** Looks for others like one that was sent or published. */
  void lookAround(Operation operation) {
    Map<OperationId, Operation> near = table.findAll(pairs.near(operation));
    near.values().stream().map(other -> new Beside(operation, other, Likeness.of(operation, other))).filter(beside -> beside.likeness.score() >= Likeness.PROPOSED)
        .sorted((x, y) -> y.likeness.score() - x.likeness.score()).limit(PairTable.MOST_EACH)
        .forEach(beside -> pairs.propose(operation.id(), beside.b.id(), beside.likeness.score(), clock.instant()));
  }

  /** The same for many that were just listed. */
  public void lookAround(Collection<Long> listed) {
    List<PairTable.Two> near = pairs.near(listed);
    Set<OperationId> ids = new HashSet<>();
    near.forEach(two -> {
      ids.add(new OperationId(two.one()));
      ids.add(new OperationId(two.other()));
    });
    Map<OperationId, Operation> operations = table.findAll(ids);
    for (PairTable.Two two : near) {
      Operation one = operations.get(new OperationId(two.one()));
      Operation other = operations.get(new OperationId(two.other()));
      if (one == null || other == null) continue;
      int score = Likeness.of(one, other).score();
      if (score >= Likeness.PROPOSED) pairs.propose(one.id(), other.id(), score, clock.instant());
    }
  }

  /** Others that wait to be told apart from one or merged with it. */
  List<Beside> of(Operation operation) {
    return table.findAll(pairs.openOf(operation.id())).values().stream().filter(other -> other.state() == Operation.State.PUBLISHED)
        .map(other -> new Beside(operation, other, Likeness.of(operation, other))).toList();
  }

  /** Pairs that wait in the territory of a supervisor.
   *  @throws NotFound for whoever looks after nothing */
  public List<Beside> open(AccountId supervisor) {
    if (territories.of(supervisor).none()) throw new NotFound("twins for " + supervisor);
    List<Pair> open = pairs.open(territories.of(supervisor));
    Map<OperationId, Operation> operations = table.findAll(open.stream().flatMap(pair -> java.util.stream.Stream.of(pair.a(), pair.b())).collect(Collectors.toSet()));
    return open.stream().map(pair -> {
      Operation a = java.util.Objects.requireNonNull(operations.get(pair.a()));
      Operation b = java.util.Objects.requireNonNull(operations.get(pair.b()));
      return new Beside(a, b, Likeness.of(a, b));
    }).toList();
  }

  /** A pair, for a supervisor of the place of either.
   *  @throws NotFound for everybody else, and for two that nobody proposed */
  public Beside look(AccountId supervisor, OperationId one, OperationId other) {
    Pair pair = pairs.find(one, other).orElseThrow(() -> new NotFound("pair " + one + " " + other));
    Operation a = table.find(pair.a()).orElseThrow();
    Operation b = table.find(pair.b()).orElseThrow();
    boolean mine = territories.covers(supervisor, a.told().wilaya()) || territories.covers(supervisor, b.told().wilaya());
    if (!mine) throw new NotFound("pair " + one + " " + other + " is foreign to " + supervisor);
    return new Beside(a, b, Likeness.of(a, b));
  }

  /** Whether a pair still waits. */
  public boolean waits(OperationId one, OperationId other) {
    return pairs.find(one, other).filter(pair -> pair.state().equals("open")).isPresent();
  }

  /** Which of two stays, where one must: one made from a campaign does. */
  public static Optional<OperationId> mustStay(Beside beside) {
    if (beside.a.campaign() != null) return Optional.of(beside.a.id());
    return beside.b.campaign() != null ? Optional.of(beside.b.id()) : Optional.empty();
  }

  /** What became of a merging. */
  public enum Merged {
    DONE,
    /** Somebody decided before, or one of the two is no longer published. */
    TOO_LATE,
    /** Both were made from campaigns, or the one that must stay would go. */
    CAMPAIGN,
    /** The parts do not fit each other: more hours than the people of the other could give. */
    UNFIT
  }

  /** Makes two one: one stays, and takes what is chosen of the other, with its pictures, documents and links. The old address leads to the one that stays.
   *  @param parts of {@link #PARTS}, to be taken from the one that goes */
  @Transactional
  public Merged merge(AccountId supervisor, OperationId stays, OperationId goes, Set<String> parts) {
    Beside beside = look(supervisor, stays, goes);
    table.lock(beside.a.id());
    table.lock(beside.b.id());
    Operation staying = table.find(stays).orElseThrow();
    Operation going = table.find(goes).orElseThrow();
    Pair pair = pairs.find(stays, goes).orElseThrow();
    boolean both = staying.state() == Operation.State.PUBLISHED && going.state() == Operation.State.PUBLISHED;
    if (!both || !pair.state().equals("open")) return Merged.TOO_LATE;
    if (going.campaign() != null) return Merged.CAMPAIGN;
    Told told = together(staying, going, parts);
    if (OperationRules.fault(told.when(), told.people(), told.minutes(), told.reason(), clock.instant().atZone(dz.linatatawwa.language.Words.ZONE).toLocalDate()).isPresent()) return Merged.UNFIT;
    Instant now = clock.instant();
    pairs.decide(pair, "merged", supervisor, before(staying, going), now);
    table.change(stays, told, now);
    if (going.proved() && parts.contains("amount")) table.grade(stays, true);
    move("picture", goes, stays);
    move("document", goes, stays);
    table.merged(goes, stays, now);
    shelf.refresh(List.of(stays.value(), goes.value()));
    audit.note(supervisor, "operation.merged", "operation", stays.toString(), null, Map.of("gone", goes.value()));
    return Merged.DONE;
  }

  private void move(String what, OperationId from, OperationId to) {
    db.sql("update archive." + what + " set operation_id = :to where operation_id = :from").param("to", to.value()).param("from", from.value()).update();
  }

  private static Told together(Operation staying, Operation going, Set<String> parts) {
    Told s = staying.told();
    Told g = going.told();
    boolean amount = parts.contains("amount");
    boolean body = parts.contains("body");
    boolean place = parts.contains("place");
    boolean field = parts.contains("field");
    boolean led = parts.contains("led");
    Map<Unit, Long> units = parts.contains("units") ? g.units() : s.units();
    List<String> press = java.util.stream.Stream.concat(s.press().stream(), g.press().stream()).distinct().limit(Told.MOST_PRESS).toList();
    return new Told(parts.contains("title") ? g.title() : s.title(), parts.contains("about") ? g.about() : s.about(), parts.contains("when") ? g.when() : s.when(),
        place ? g.wilaya() : s.wilaya(), place ? g.commune() : s.commune(), body ? g.organization() : s.organization(),
        body ? g.organizationName() : s.organizationName(), led ? g.ledBy() : s.ledBy(), led ? g.ledShown() : s.ledShown(), field ? g.field() : s.field(),
        field ? g.activity() : s.activity(), amount ? g.people() : s.people(), staying.campaign() != null ? null : amount ? g.minutes() : s.minutes(),
        amount ? g.reason() : s.reason(), units, press);
  }

  /** Enough to part them again. */
  private String before(Operation staying, Operation going) {
    Map<String, Object> before = new HashMap<>();
    before.put("stays", staying.id().value());
    before.put("proved", staying.proved());
    before.put("operation", db.sql("select to_jsonb(o)::text from archive.operation o where o.id = :id").param("id", staying.id().value()).query(String.class).single());
    Map<String, Long> units = new HashMap<>();
    staying.told().units().forEach((unit, quantity) -> units.put(unit.code(), quantity));
    before.put("units", units);
    before.put("press", staying.told().press());
    before.put("pictures", files("picture", going.id()));
    before.put("documents", files("document", going.id()));
    return json.writeValueAsString(before);
  }

  private List<String> files(String what, OperationId of) {
    return db.sql("select file_id from archive." + what + " where operation_id = :id").param("id", of.value()).query(UUID.class).list().stream().map(UUID::toString).toList();
  }

  /** Tells two apart: they are not proposed again. @return false when somebody decided before */
  @Transactional
  public boolean different(AccountId supervisor, OperationId one, OperationId other) {
    look(supervisor, one, other);
    Pair pair = pairs.find(one, other).orElseThrow();
    if (!pair.state().equals("open")) return false;
    pairs.decide(pair, "different", supervisor, null, clock.instant());
    audit.note(supervisor, "operation.different", "operation", pair.a().toString(), null, Map.of("other", pair.b().value()));
    return true;
  }

  /** Takes a decision back: two that were merged stand apart as they were.
   *  @return false when there is nothing to take back, or the one that stayed was merged itself */
  @Transactional
  public boolean takeBack(AccountId supervisor, OperationId one, OperationId other) {
    look(supervisor, one, other);
    Pair pair = pairs.find(one, other).orElseThrow();
    if (pair.state().equals("different")) {
      pairs.decide(pair, "open", null, null, clock.instant());
      return true;
    }
    if (!pair.state().equals("merged") || pair.before() == null) return false;
    Before before = json.readValue(pair.before(), Before.class);
    OperationId stays = new OperationId(before.stays);
    OperationId gone = stays.equals(pair.a()) ? pair.b() : pair.a();
    if (table.lock(stays).filter(operation -> operation.state() == Operation.State.PUBLISHED).isEmpty()) return false;
    restore(before, stays, gone);
    pairs.decide(pair, "open", null, null, clock.instant());
    audit.note(supervisor, "operation.parted", "operation", stays.toString(), null, Map.of("again", gone.value()));
    return true;
  }

  private record Before(long stays, boolean proved, String operation, Map<String, Long> units, List<String> press, List<String> pictures, List<String> documents) {}

  private void restore(Before before, OperationId stays, OperationId gone) {
    db.sql("""
        update archive.operation o
        set title = b.title, about = b.about, first_day = b.first_day, last_day = b.last_day, precision = b.precision, wilaya_code = b.wilaya_code,
          commune_code = b.commune_code, organization_id = b.organization_id, organization_name = b.organization_name, led_by = b.led_by, led_shown = b.led_shown,
          field_code = b.field_code, activity_code = b.activity_code, people = b.people, minutes = b.minutes, reason = b.reason, grade = b.grade
        from jsonb_populate_record(null::archive.operation, cast(:before as jsonb)) b
        where o.id = :id
        """).param("before", before.operation).param("id", stays.value()).update();
    db.sql("delete from archive.unit where operation_id = :id").param("id", stays.value()).update();
    before.units.forEach((unit, quantity) -> db.sql("insert into archive.unit (operation_id, unit, quantity) values (:id, :unit, :quantity)")
        .param("id", stays.value()).param("unit", unit).param("quantity", quantity).update());
    db.sql("delete from archive.press where operation_id = :id").param("id", stays.value()).update();
    for (int i = 0; i < before.press.size(); i++) {
      db.sql("insert into archive.press (operation_id, ordinal, url) values (:id, :ordinal, :url)").param("id", stays.value()).param("ordinal", i)
          .param("url", before.press.get(i)).update();
    }
    Map.of("picture", before.pictures, "document", before.documents).forEach((what, files) ->
        db.sql("update archive." + what + " set operation_id = :gone where file_id = any(cast(:files as uuid[]))").param("gone", gone.value())
            .param("files", files.toArray(String[]::new)).update());
    table.parted(gone, clock.instant());
    shelf.refresh(List.of(stays.value(), gone.value()));
  }
}
