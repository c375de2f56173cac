package dz.linatatawwa.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demonstration has people who write to each other: the first organisation and its volunteers, the demonstration's own volunteer among them, and what all who come were told. */
@Component
@ConditionalOnExpression("${linatatawwa.demo:false} and not ${linatatawwa.command:false} and not ${linatatawwa.rehearsal:false}")
class FirstMessages {

  private static final Logger LOG = LoggerFactory.getLogger(FirstMessages.class);
  private static final long WHAT = 91;
  private static final int OF_ONE = 4;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Clock clock;

  FirstMessages(JdbcClient db, TransactionTemplate transaction, Clock clock) {
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
  }

  private record Row(String state, List<String> said) {}

  /** Somebody with a place in an opportunity. */
  private record Pair(long organization, long opportunity, long volunteer) {}

  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    boolean filled = db.sql("select exists (select from volunteers.volunteer) and not exists (select from messages.conversation)").query(Boolean.class).single();
    if (!filled) return;
    transaction.executeWithoutResult(status -> write());
    db.sql("analyze messages.conversation, messages.message").update();
    LOG.info("{} conversations of the demonstration", db.sql("select count(*) from messages.conversation").query(Integer.class).single());
  }

  private void write() {
    List<Row> rows = rows();
    List<Pair> own = pairs("a.volunteer_id = (select id from accounts.account where email = '" + Staff.VOLUNTEER + "')", OF_ONE);
    List<Pair> others = pairs("f.organization_id = 1 and a.volunteer_id <> (select id from accounts.account where email = '" + Staff.VOLUNTEER + "')", rows.size());
    for (int i = 0; i < others.size(); i++) converse(rows.get(i), others.get(i), i);
    for (int i = 0; i < own.size(); i++) converse(rows.get((i * 3 + 4) % rows.size()), own.get(i), 40 + i);
    tell();
  }

  /** Grown-ups who have a place, each once, the latest first. */
  private List<Pair> pairs(String whose, int most) {
    return db.sql("""
        select p.organization_id, p.opportunity_id, p.volunteer_id
        from (select distinct on (f.opportunity_id, a.volunteer_id) f.organization_id, f.opportunity_id, a.volunteer_id, f.starts_at
          from participation.application a join participation.shift_facts f on f.shift_id = a.shift_id
          join volunteers.volunteer v on v.account_id = a.volunteer_id
          where a.state = 'accepted' and f.organization_state = 'verified' and v.birth_year between 1960 and 2004 and f.starts_at > now() - interval '40 days'
            and %s
          order by f.opportunity_id, a.volunteer_id, f.starts_at desc) p
        order by p.starts_at desc, p.volunteer_id limit :most
        """.formatted(whose)).param("most", most).query((row, n) -> new Pair(row.getLong("organization_id"), row.getLong("opportunity_id"), row.getLong("volunteer_id"))).list();
  }

  private void converse(Row row, Pair pair, int number) {
    Chance chance = Chance.of(DemoWorld.SEED, WHAT, number);
    long coordinator = db.sql("select account_id from organizations.member where organization_id = :id and role in ('owner', 'coordinator') and ended_at is null order by role desc, account_id limit 1")
        .param("id", pair.organization).query(Long.class).single();
    Instant at = clock.instant().minus(Duration.ofHours(14L + 9L * row.said.size() + 11L * number % 160));
    long id = db.sql("""
        insert into messages.conversation (organization_id, opportunity_id, volunteer_id, words, opened_at, last_at)
        select :organization, o.id, :volunteer, to_tsvector('simple', o.title || ' ' || a.name), :at, :at
        from opportunities.opportunity o, accounts.account a where o.id = :opportunity and a.id = :volunteer returning id
        """).param("organization", pair.organization).param("opportunity", pair.opportunity).param("volunteer", pair.volunteer).param("at", Timestamp.from(at))
        .query(Long.class).single();
    for (String said : row.said) {
      boolean office = said.startsWith("o:");
      db.sql("insert into messages.message (conversation_id, side, author_id, words, at, key) values (:id, :side, :by, :words, :at, gen_random_uuid())").param("id", id)
          .param("side", office ? "organization" : "volunteer").param("by", office ? coordinator : pair.volunteer).param("words", said.substring(2)).param("at", Timestamp.from(at))
          .update();
      at = at.plus(Duration.ofMinutes(chance.between(20, 500)));
    }
    if (row.state.equals("answered") || row.state.equals("over")) close(id, row.state, coordinator, at);
  }

  private void close(long id, String code, long by, Instant at) {
    db.sql("update messages.conversation set closed_at = :at, closed_by = :by, closed_code = :code, waits_since = null where id = :id").param("at", Timestamp.from(at))
        .param("by", by).param("code", code).param("id", id).update();
  }

  /** Two things that the first organisation told everybody with a place in its fullest opportunity; most have read them. */
  private void tell() {
    db.sql("""
        select o.id, o.title, o.organization_id, (select m.account_id from organizations.member m where m.organization_id = 1 and m.role = 'owner' order by m.account_id limit 1) as by
        from opportunities.opportunity o where o.organization_id = 1
        order by (select count(*) from participation.seated e join opportunities.shift s on s.id = e.shift_id where s.opportunity_id = o.id) desc, o.id limit 1
        """).query((row, n) -> {
          told(row.getLong("id"), row.getLong("by"), "نلتقي أمام الباب الرئيسي", "نذكّركم بموعد نشاط «" + row.getString("title") + "». احضروا قبل الموعد بعشر دقائق، وأحضروا معكم ماءً.", 62);
          told(row.getLong("id"), row.getLong("by"), "شكرًا لكم", "شكرًا على وقتكم وجهدكم في نشاط «" + row.getString("title") + "». ساعاتكم تظهر في سجلكم بعد تأكيدها.", 19);
          return n;
        }).list();
  }

  private void told(long opportunity, long by, String title, String body, int hours) {
    Timestamp at = Timestamp.from(clock.instant().minus(Duration.ofHours(hours)));
    long notice = db.sql("""
        insert into notices.announcement (title_ar, body_ar, link, made_at, made_by, finished_at, audience, kind)
        select g.name_ar || ': ' || :title, :body, '/opportunities/' || :opportunity, :at, :by, :at, 'circular', 'message-circular'
        from organizations.organization g where g.id = 1 returning id
        """).param("title", title).param("body", body).param("opportunity", opportunity).param("at", at).param("by", by).query(Long.class).single();
    int people = db.sql("""
        insert into notices.notice (account_id, kind, title, body, link, language, once_key, made_at, read_at)
        select distinct e.volunteer_id, 'message-circular', n.title_ar, n.body_ar, n.link, 'ar', 'announcement:' || n.id || ':' || e.volunteer_id, n.made_at,
          case when abs(hashint8(e.volunteer_id + n.id)) % 100 < 57 then n.made_at + interval '3 hours' end
        from notices.announcement n, participation.seated e join opportunities.shift s on s.id = e.shift_id
        where n.id = :notice and s.opportunity_id = :opportunity
        """).param("notice", notice).param("opportunity", opportunity).update();
    db.sql("update notices.announcement set told = :people, told_up_to = 9000000000 where id = :id").param("people", people).param("id", notice).update();
    db.sql("insert into messages.circular (notice_id, organization_id, opportunity_id, everybody, people, made_at, made_by) values (:notice, 1, :opportunity, true, :people, :at, :by)")
        .param("notice", notice).param("opportunity", opportunity).param("people", Math.max(2, people)).param("at", at).param("by", by).update();
  }

  private static List<Row> rows() {
    try (InputStream file = FirstMessages.class.getResourceAsStream("/demo/messages.tsv")) {
      if (file == null) throw new IllegalStateException("/demo/messages.tsv is missing");
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).map(line -> line.split("\t", -1))
          .map(cell -> new Row(cell[0], List.of(cell[1].split("\\|")))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
