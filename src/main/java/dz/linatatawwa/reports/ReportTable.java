package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.site.Slice;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reports. */
@Repository
class ReportTable {

  private static final int PAGE = 20;

  private final JdbcClient db;

  ReportTable(JdbcClient db) {
    this.db = db;
  }

  /** @param mark of a stranger; null: who has an account
   *  @return false when the same person has reported the same concern */
  boolean insert(long concern, @Nullable AccountId by, byte @Nullable [] mark, ReportReason reason, String words, Instant now) {
    return db.sql("""
        insert into reports.report (concern_id, at, account_id, mark, reason, words)
        values (:concern, :now, :by, :mark, :reason, :words)
        on conflict do nothing
        """).param("concern", concern).param("now", ConcernTable.at(now)).param("by", by == null ? null : by.value(), java.sql.Types.BIGINT)
        .param("mark", mark, java.sql.Types.BINARY).param("reason", reason.code()).param("words", words).update() == 1;
  }

  /** How many gave each reason, the most frequent first. */
  Map<ReportReason, Integer> reasons(long concern) {
    Map<ReportReason, Integer> counts = new LinkedHashMap<>();
    db.sql("select reason, count(*)::int as n from reports.report where concern_id = :id group by reason order by n desc, reason").param("id", concern)
        .query(row -> { counts.put(ReportReason.of(row.getString("reason")).orElseThrow(), row.getInt("n")); });
    return counts;
  }

  /** The last ones that say something in words. */
  List<Report> worded(long concern, int most) {
    return db.sql("select at, account_id is not null as account, reason, words from reports.report where concern_id = :id and words <> '' order by id desc limit :most")
        .param("id", concern).param("most", most).query((row, n) -> new Report(row.getObject("at", OffsetDateTime.class).toInstant(), row.getBoolean("account"),
            ReportReason.of(row.getString("reason")).orElseThrow(), row.getString("words"))).list();
  }

  /** Those who reported with an account: they are told what was decided. */
  List<AccountId> people(long concern) {
    return db.sql("select account_id from reports.report where concern_id = :id and account_id is not null order by id limit 5000").param("id", concern)
        .query(Long.class).list().stream().map(AccountId::new).toList();
  }

  boolean reported(long concern, AccountId person) {
    return db.sql("select exists (select from reports.report where concern_id = :id and account_id = :person)").param("id", concern)
        .param("person", person.value()).query(Boolean.class).single();
  }

  Slice<OwnReport> of(AccountId person, int page) {
    long total = db.sql("select count(*) from reports.report where account_id = :person").param("person", person.value()).query(Long.class).single();
    List<OwnReport> rows = db.sql("select r.at as reported_at, r.reason as report_reason, r.words as report_words, " + ConcernTable.COLUMNS + """
        from reports.report r join reports.concern c on c.id = r.concern_id
        where r.account_id = :person order by r.id desc limit :size offset :skip
        """).param("person", person.value()).param("size", PAGE).param("skip", (page - 1L) * PAGE)
        .query((row, n) -> new OwnReport(ConcernTable.read(row), row.getObject("reported_at", OffsetDateTime.class).toInstant(),
            ReportReason.of(row.getString("report_reason")).orElseThrow(), row.getString("report_words"))).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** Marks of strangers lead nowhere any more; the reports stay counted. */
  int forgetMarks(Instant before, int most) {
    return db.sql("""
        update reports.report set mark = decode(md5(cast(id as text)), 'hex')
        where id in (select id from reports.report where mark is not null and at < :before and length(mark) > 16 limit :most)
        """).param("before", ConcernTable.at(before)).param("most", most).update();
  }
}
