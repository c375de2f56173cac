package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Contact;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of invitations. */
@Component
class InvitationTable {

  private final JdbcClient db;

  InvitationTable(JdbcClient db) {
    this.db = db;
  }

  /** @return false when one to the same contact still waits */
  boolean add(OrganizationId id, Contact contact, Role role, AccountId by, Instant now, Instant ends) {
    db.sql("""
        update organizations.invitation
        set answer = 'withdrawn', answered_at = :now
        where organization_id = :id and contact = :contact and answer is null and ends_at <= :now
        """).param("id", id.value()).param("contact", contact.text()).param("now", OrganizationRow.at(now)).update();
    return db.sql("""
        insert into organizations.invitation (organization_id, contact, role, invited_by, invited_at, ends_at)
        values (:id, :contact, :role, :by, :now, :ends)
        on conflict (organization_id, contact) where answer is null do nothing
        """).param("id", id.value()).param("contact", contact.text()).param("role", role.code()).param("by", by.value())
        .param("now", OrganizationRow.at(now)).param("ends", OrganizationRow.at(ends)).update() == 1;
  }

  List<Invitation> waiting(OrganizationId id, Instant now) {
    return db.sql("""
        select id, organization_id, contact, role, invited_at, ends_at
        from organizations.invitation
        where organization_id = :id and answer is null and ends_at > :now
        order by invited_at
        """).param("id", id.value()).param("now", OrganizationRow.at(now)).query(InvitationTable::read).list();
  }

  List<Invitation> to(@Nullable String email, @Nullable String phone, Instant now) {
    return db.sql("""
        select id, organization_id, contact, role, invited_at, ends_at
        from organizations.invitation
        where contact in (:email, :phone) and answer is null and ends_at > :now
        order by invited_at
        """).param("email", email).param("phone", phone).param("now", OrganizationRow.at(now)).query(InvitationTable::read).list();
  }

  boolean answer(long invitation, OrganizationId id, String answer, Instant now) {
    return db.sql("""
        update organizations.invitation
        set answer = :answer, answered_at = :now
        where id = :invitation and organization_id = :id and answer is null
        """).param("answer", answer).param("now", OrganizationRow.at(now)).param("invitation", invitation).param("id", id.value()).update() == 1;
  }

  private static Invitation read(ResultSet row, int number) throws SQLException {
    return new Invitation(row.getLong("id"), new OrganizationId(row.getLong("organization_id")), Contact.of(row.getString("contact")),
        Role.of(row.getString("role")).orElseThrow(), OrganizationRow.instant(row, "invited_at"), OrganizationRow.instant(row, "ends_at"));
  }
}
