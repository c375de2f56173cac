package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of who acts for partners, and of invitations to. */
@Component
class PeopleTable {

  private static final String BY_ROLE = "array_position(array['owner', 'manager', 'counter'], role), since, account_id";
  private static final String INVITATION = "select id, partner_id, contact, role, ends_at from partnerships.invitation";

  private final JdbcClient db;

  PeopleTable(JdbcClient db) {
    this.db = db;
  }

  List<PartnerMember> all(PartnerId id) {
    return db.sql("select account_id, role, since from partnerships.member where partner_id = :id and ended_at is null order by " + BY_ROLE + " limit 200")
        .param("id", id.value()).query((row, number) -> new PartnerMember(new AccountId(row.getLong("account_id")),
            PartnerRole.of(row.getString("role")).orElseThrow(), row.getObject("since", OffsetDateTime.class).toInstant())).list();
  }

  /** Who changes the people of one partner goes one after the other: the last owner cannot leave twice at once. */
  void lock(PartnerId id) {
    db.sql("select id from partnerships.partner where id = :id for update").param("id", id.value()).query(Long.class).optional();
  }

  void add(PartnerId id, AccountId person, PartnerRole role, Instant now) {
    db.sql("insert into partnerships.member (partner_id, account_id, role, since) values (:id, :person, :role, :now)")
        .param("id", id.value()).param("person", person.value()).param("role", role.code()).param("now", PartnerTable.at(now)).update();
  }

  void change(PartnerId id, AccountId person, PartnerRole role) {
    db.sql("update partnerships.member set role = :role where partner_id = :id and account_id = :person and ended_at is null")
        .param("role", role.code()).param("id", id.value()).param("person", person.value()).update();
  }

  void end(PartnerId id, AccountId person, Instant now) {
    db.sql("update partnerships.member set ended_at = :now where partner_id = :id and account_id = :person and ended_at is null")
        .param("now", PartnerTable.at(now)).param("id", id.value()).param("person", person.value()).update();
  }

  void endAll(AccountId person, Instant now) {
    db.sql("update partnerships.member set ended_at = :now where account_id = :person and ended_at is null")
        .param("now", PartnerTable.at(now)).param("person", person.value()).update();
  }

  /** @return false when one to the same contact still waits */
  boolean invite(PartnerId id, Contact contact, PartnerRole role, UUID token, AccountId by, Instant now, Instant ends) {
    db.sql("""
        update partnerships.invitation
        set answer = 'withdrawn', answered_at = :now
        where partner_id = :id and contact = :contact and answer is null and ends_at <= :now
        """).param("id", id.value()).param("contact", contact.text()).param("now", PartnerTable.at(now)).update();
    return db.sql("""
        insert into partnerships.invitation (partner_id, contact, role, token_hash, invited_by, invited_at, ends_at)
        values (:id, :contact, :role, :token, :by, :now, :ends)
        on conflict (partner_id, contact) where answer is null do nothing
        """).param("id", id.value()).param("contact", contact.text()).param("role", role.code()).param("token", Tokens.hash(token)).param("by", by.value())
        .param("now", PartnerTable.at(now)).param("ends", PartnerTable.at(ends)).update() == 1;
  }

  List<PartnerInvitation> waiting(PartnerId id, Instant now) {
    return db.sql(INVITATION + " where partner_id = :id and answer is null and ends_at > :now order by id limit 100").param("id", id.value())
        .param("now", PartnerTable.at(now)).query(PeopleTable::read).list();
  }

  Optional<PartnerInvitation> byToken(UUID token, Instant now) {
    return db.sql(INVITATION + " where token_hash = :hash and answer is null and ends_at > :now").param("hash", Tokens.hash(token))
        .param("now", PartnerTable.at(now)).query(PeopleTable::read).optional();
  }

  boolean answer(long invitation, PartnerId id, String answer, Instant now) {
    return db.sql("update partnerships.invitation set answer = :answer, answered_at = :now where id = :invitation and partner_id = :id and answer is null")
        .param("answer", answer).param("now", PartnerTable.at(now)).param("invitation", invitation).param("id", id.value()).update() == 1;
  }

  private static PartnerInvitation read(ResultSet row, int number) throws SQLException {
    return new PartnerInvitation(row.getLong("id"), new PartnerId(row.getLong("partner_id")), Contact.of(row.getString("contact")),
        PartnerRole.of(row.getString("role")).orElseThrow(), row.getObject("ends_at", OffsetDateTime.class).toInstant());
  }
}
