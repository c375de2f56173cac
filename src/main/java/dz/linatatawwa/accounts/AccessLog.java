package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who in office opened whose file, and why (law 25-11, article 41 bis 3). The reason is asked at the door, holds for that file for an hour, and stands in a log
 *  that only grows and that the person may read. */
@Component
public class AccessLog {

  private static final Duration HOLDS = Duration.ofHours(1);
  /** A form that is sent late, and shown again with its problems, loses nothing of what was typed. */
  private static final Duration HOLDS_FOR_DEEDS = Duration.ofHours(12);
  private static final int PAGE = 50;
  private static final String COLUMNS = "id, at, actor, person, object_kind, object_id, reason, words, network";

  /** A file that somebody wants to open.
   *  @param to   the page behind the door
   *  @param mark shows that the platform itself led here */
  public record Door(AccountId person, String kind, String object, String to, String mark) {}

  private final JdbcClient db;
  private final Secrets secrets;
  private final Clock clock;

  AccessLog(JdbcClient db, Secrets secrets, Clock clock) {
    this.db = db;
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Lets somebody into a person's file who said why within this hour; others are led to the page that asks. One's own file is open.
   *  @param kind   what the page is: {@code contest}; its words are {@code accounts.access.kind.KIND} */
  public void pass(AccountId me, AccountId person, String kind, String object) {
    if (me.equals(person)) return;
    HttpServletRequest request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    boolean deed = request.getMethod().equals("POST");
    if (said(me, person, kind, object, deed ? HOLDS_FOR_DEEDS : HOLDS)) return;
    String path = request.getRequestURI();
    String to = deed ? path.substring(0, path.lastIndexOf('/')) : request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    throw new ReasonNeeded(new Door(person, kind, object, to, mark(me, person, kind, object, to)));
  }

  /** The door that the page of reasons was led to; nothing when its address was made up. */
  public Optional<Door> door(AccountId me, long person, String kind, String object, String to, String mark) {
    boolean ours = person > 0 && Secrets.same(mark(me, new AccountId(person), kind, object, to).getBytes(java.nio.charset.StandardCharsets.UTF_8),
        mark.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return ours ? Optional.of(new Door(new AccountId(person), kind, object, to, mark)) : Optional.empty();
  }

  /** Keeps why the door was opened. */
  @Transactional
  public void note(AccountId me, Door door, AccessReason reason, @Nullable String words, HttpServletRequest request) {
    keep(me, door.person(), door.kind(), door.object(), reason, words, Origin.of(request).place());
  }

  /** Keeps that the work of the day showed the files of minors, once an hour for each. */
  @Transactional
  public void noteMinors(AccountId me, Collection<AccountId> minors, String kind, String object, HttpServletRequest request) {
    if (minors.isEmpty()) return;
    db.sql("""
        insert into accounts.access (at, actor, person, object_kind, object_id, reason, network)
        select :at, :actor, p.id, :kind, :object, :reason, :network
        from unnest(cast(:minors as bigint[])) p(id)
        where p.id <> :actor and not exists (
          select from accounts.access a
          where a.person = p.id and a.actor = :actor and a.object_kind = :kind and a.object_id = :object and a.at > :since)
        """).param("at", Timestamp.from(clock.instant())).param("actor", me.value()).param("minors", minors.stream().map(AccountId::value).toArray(Long[]::new))
        .param("kind", kind).param("object", object).param("reason", AccessReason.DUTY.code()).param("network", Origin.of(request).place())
        .param("since", Timestamp.from(clock.instant().minus(HOLDS))).update();
  }

  /** Who opened this person's file, the newest first.
   *  @param before only lines older than this number; null: from the newest on */
  public List<Access> of(AccountId person, @Nullable Long before) {
    return db.sql("select " + COLUMNS + " from accounts.access where person = :person and id < :before order by id desc limit :most")
        .param("person", person.value()).param("before", before == null ? Long.MAX_VALUE : before).param("most", PAGE).query(AccessLog::read).list();
  }

  /** The log, the newest first, of one actor or of everybody. */
  public List<Access> all(@Nullable AccountId actor, @Nullable Long before) {
    String whose = actor == null ? "" : " and actor = :actor";
    JdbcClient.StatementSpec asked = db.sql("select " + COLUMNS + " from accounts.access where id < :before" + whose + " order by id desc limit :most")
        .param("before", before == null ? Long.MAX_VALUE : before).param("most", PAGE);
    return (actor == null ? asked : asked.param("actor", actor.value())).query(AccessLog::read).list();
  }

  private boolean said(AccountId me, AccountId person, String kind, String object, Duration holds) {
    return db.sql("""
        select exists (select from accounts.access
          where person = :person and actor = :actor and object_kind = :kind and object_id = :object and at > :since)
        """).param("person", person.value()).param("actor", me.value()).param("kind", kind).param("object", object)
        .param("since", Timestamp.from(clock.instant().minus(holds))).query(Boolean.class).single();
  }

  private void keep(AccountId me, AccountId person, String kind, String object, AccessReason reason, @Nullable String words, String network) {
    db.sql("""
        insert into accounts.access (at, actor, person, object_kind, object_id, reason, words, network)
        values (:at, :actor, :person, :kind, :object, :reason, :words, :network)
        """).param("at", Timestamp.from(clock.instant())).param("actor", me.value()).param("person", person.value()).param("kind", kind)
        .param("object", object).param("reason", reason.code()).param("words", words).param("network", network).update();
  }

  private String mark(AccountId me, AccountId person, String kind, String object, String to) {
    return Secrets.text(secrets.mark("access", me.toString(), person.toString(), kind, object, to)).substring(0, 22);
  }

  private static Access read(ResultSet row, int number) throws SQLException {
    return new Access(row.getLong("id"), row.getTimestamp("at").toInstant(), new AccountId(row.getLong("actor")), new AccountId(row.getLong("person")),
        row.getString("object_kind"), row.getString("object_id"), row.getString("reason"), row.getString("words"), row.getString("network"));
  }
}
