package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of those who sign, and of what they signed. */
@Component
class SignatoryTable {

  private static final String SELECT = """
      select s.id, s.agreement_id, s.partner_id, s.name, s.capacity, s.contact, g.signed_at
      from partnerships.signatory s
      join partnerships.agreement a on a.id = s.agreement_id
      left join partnerships.signature g on g.signatory_id = s.id and g.version = a.version
      """;

  private final JdbcClient db;

  SignatoryTable(JdbcClient db) {
    this.db = db;
  }

  List<Signatory> of(AgreementId id) {
    return db.sql(SELECT + "where s.agreement_id = :id and s.removed_at is null order by s.partner_id nulls last, s.id").param("id", id.value())
        .query(SignatoryTable::read).list();
  }

  /** The signatory of a link that still opens; what is signed opens until the link ends. */
  Optional<Signatory> byToken(UUID token, Instant now) {
    return db.sql(SELECT + "where s.token_hash = :hash and s.removed_at is null and s.link_ends_at > :now").param("hash", Tokens.hash(token))
        .param("now", PartnerTable.at(now)).query(SignatoryTable::read).optional();
  }

  /** @return false when this contact signs already */
  boolean add(AgreementId id, @Nullable PartnerId partner, String name, String capacity, Contact contact) {
    return db.sql("""
        insert into partnerships.signatory (agreement_id, partner_id, name, capacity, contact)
        values (:id, :partner, :name, :capacity, :contact)
        on conflict (agreement_id, contact) where removed_at is null do nothing
        """).param("id", id.value()).param("partner", partner == null ? null : partner.value()).param("name", name).param("capacity", capacity)
        .param("contact", contact.text()).update() == 1;
  }

  boolean remove(AgreementId id, long signatory, Instant now) {
    return db.sql("update partnerships.signatory set removed_at = :now, token_hash = null where id = :signatory and agreement_id = :id and removed_at is null")
        .param("now", PartnerTable.at(now)).param("signatory", signatory).param("id", id.value()).update() == 1;
  }

  void link(long signatory, UUID token, Instant ends) {
    db.sql("update partnerships.signatory set token_hash = :hash, link_ends_at = :ends where id = :signatory")
        .param("hash", Tokens.hash(token)).param("ends", PartnerTable.at(ends)).param("signatory", signatory).update();
  }

  /** @return false when they have signed this text already */
  boolean sign(Signatory signatory, int version, String hash, Contact proved, Instant now) {
    return db.sql("""
        insert into partnerships.signature (signatory_id, agreement_id, version, hash, contact, signed_at)
        values (:signatory, :agreement, :version, :hash, :contact, :now)
        on conflict (signatory_id, version) do nothing
        """).param("signatory", signatory.id()).param("agreement", signatory.agreement().value()).param("version", version).param("hash", hash)
        .param("contact", proved.text()).param("now", PartnerTable.at(now)).update() == 1;
  }

  private static Signatory read(ResultSet row, int number) throws SQLException {
    Long partner = row.getObject("partner_id", Long.class);
    OffsetDateTime signed = row.getObject("signed_at", OffsetDateTime.class);
    return new Signatory(row.getLong("id"), new AgreementId(row.getLong("agreement_id")), partner == null ? null : new PartnerId(partner),
        row.getString("name"), row.getString("capacity"), Contact.of(row.getString("contact")), signed == null ? null : signed.toInstant());
  }
}
