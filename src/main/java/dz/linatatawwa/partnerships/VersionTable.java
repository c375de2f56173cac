package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the texts of agreements: each is written once. */
@Component
class VersionTable {

  private final JdbcClient db;

  VersionTable(JdbcClient db) {
    this.db = db;
  }

  Optional<AgreementVersion> find(AgreementId id, int number) {
    return db.sql("""
        select v.number, v.title_ar, v.title_fr, v.text_ar, v.text_fr, v.from_day, v.to_day, v.annexes, v.hash, v.made_at, v.made_by,
            array(select p.promise || ':' || coalesce(p.quota::text, '') from partnerships.promised p
                  where p.agreement_id = v.agreement_id and p.version = v.number order by p.promise) as promises
        from partnerships.version v
        where v.agreement_id = :id and v.number = :number
        """).param("id", id.value()).param("number", number).query(VersionTable::read).optional();
  }

  void insert(AgreementId id, int number, AgreementText text, String hash, AccountId by, Instant now) {
    db.sql("""
        insert into partnerships.version (agreement_id, number, title_ar, title_fr, text_ar, text_fr, from_day, to_day, annexes, hash, made_at, made_by)
        values (:id, :number, :titleAr, :titleFr, :textAr, :textFr, :from, :to, :annexes, :hash, :now, :by)
        """).param("id", id.value()).param("number", number).param("titleAr", text.titleAr()).param("titleFr", text.titleFr())
        .param("textAr", text.textAr()).param("textFr", text.textFr()).param("from", text.from()).param("to", text.to())
        .param("annexes", text.annexes().stream().map(FileId::value).toArray(UUID[]::new)).param("hash", hash).param("now", PartnerTable.at(now))
        .param("by", by.value()).update();
    for (Map.Entry<Promise, Optional<Integer>> promise : text.promises().entrySet()) {
      db.sql("insert into partnerships.promised (agreement_id, version, promise, quota) values (:id, :number, :promise, :quota)")
          .param("id", id.value()).param("number", number).param("promise", promise.getKey().code()).param("quota", promise.getValue().orElse(null)).update();
    }
  }

  /** The agreement to which a stored annex belongs, in whichever text. */
  Optional<AgreementId> ofAnnex(FileId file) {
    return db.sql("select agreement_id from partnerships.version where annexes @> array[:file]::uuid[] limit 1").param("file", file.value())
        .query(Long.class).optional().map(AgreementId::new);
  }

  private static AgreementVersion read(ResultSet row, int number) throws SQLException {
    List<FileId> annexes = Arrays.stream((UUID[]) row.getArray("annexes").getArray()).map(FileId::new).toList();
    AgreementText text = new AgreementText(row.getString("title_ar"), row.getString("title_fr"), row.getString("text_ar"), row.getString("text_fr"),
        row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class), AgreementTable.promises(row.getArray("promises")), annexes);
    return new AgreementVersion(row.getInt("number"), text, row.getString("hash"), row.getObject("made_at", OffsetDateTime.class).toInstant(),
        new AccountId(row.getLong("made_by")));
  }
}
