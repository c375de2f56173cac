package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Language;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credentials as they were signed. */
@Repository
class DocumentTable {

  private final JdbcClient db;

  DocumentTable(JdbcClient db) {
    this.db = db;
  }

  /** A document that is to be kept. */
  record Made(CredentialId id, String body) {}

  Optional<String> find(CredentialId id, Language language, boolean hours) {
    return db.sql("select body from credentials.document where credential_id = :id and language = :language and with_hours = :hours")
        .param("id", id.value()).param("language", language.code()).param("hours", hours).query(String.class).optional();
  }

  /** Keeps what is not there yet: of two that were made at once, the first stays. Leaves out whatever was erased meanwhile. */
  void keep(List<Made> documents, Language language, boolean hours) {
    db.sql("""
        insert into credentials.document (credential_id, language, with_hours, body)
        select c.id, :language, :hours, n.body
        from unnest(cast(:ids as uuid[]), cast(:bodies as text[])) as n(id, body)
        join credentials.credential c on c.id = n.id and c.holder_id is not null
        order by c.id
        for share of c
        on conflict do nothing
        """).param("ids", documents.stream().map(made -> made.id().value()).toArray(java.util.UUID[]::new))
        .param("bodies", documents.stream().map(Made::body).toArray(String[]::new)).param("language", language.code()).param("hours", hours).update();
  }
}
