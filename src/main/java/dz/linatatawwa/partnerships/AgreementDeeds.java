package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what is done to agreements. */
@Component
class AgreementDeeds {

  private final JdbcClient db;

  AgreementDeeds(JdbcClient db) {
    this.db = db;
  }

  AgreementId insert(PartnerId partner, Collection<PartnerId> parties, @Nullable OrganizationId organization, @Nullable AgreementId renews, AccountId by, Instant now) {
    AgreementId id = new AgreementId(db.sql("""
        insert into partnerships.agreement (partner_id, organization_id, renews, made_at, made_by)
        values (:partner, :organization, :renews, :now, :by)
        returning id
        """).param("partner", partner.value()).param("organization", organization == null ? null : organization.value())
        .param("renews", renews == null ? null : renews.value()).param("now", PartnerTable.at(now)).param("by", by.value()).query(Long.class).single());
    for (PartnerId party : parties) {
      db.sql("insert into partnerships.party (agreement_id, partner_id) values (:id, :party) on conflict do nothing")
          .param("id", id.value()).param("party", party.value()).update();
    }
    return id;
  }

  void stand(AgreementId id, String state, int version) {
    db.sql("update partnerships.agreement set state = :state, version = :version where id = :id")
        .param("state", state).param("version", version).param("id", id.value()).update();
  }

  /** Signed by everybody: from now on its partners are public.
   *  @return false while somebody has not signed the text that stands */
  boolean complete(AgreementId id, Instant now) {
    boolean whole = db.sql("""
        update partnerships.agreement a
        set state = 'signed', signed_at = :now
        where a.id = :id and a.state = 'signing' and not exists (
          select 1 from partnerships.signatory s
          where s.agreement_id = a.id and s.removed_at is null
            and not exists (select 1 from partnerships.signature g where g.signatory_id = s.id and g.version = a.version))
        """).param("now", PartnerTable.at(now)).param("id", id.value()).update() == 1;
    if (whole) {
      db.sql("""
          update partnerships.partner p
          set public_since = :now
          where p.public_since is null and p.id in (select y.partner_id from partnerships.party y where y.agreement_id = :id)
          """).param("now", PartnerTable.at(now)).param("id", id.value()).update();
    }
    return whole;
  }

  boolean terminate(AgreementId id, LocalDate from, String reason, AccountId by, Instant now) {
    return db.sql("""
        update partnerships.agreement
        set terminated_from = :from, terminated_at = :now, terminated_by = :by, termination = :reason
        where id = :id and state = 'signed' and terminated_from is null and ended_at is null
        """).param("from", from).param("now", PartnerTable.at(now)).param("by", by.value()).param("reason", reason).param("id", id.value()).update() == 1;
  }

  /** Marks as ended what holds no longer; each is given once, however many ask at the same time. */
  List<AgreementId> end(LocalDate today, Instant now) {
    return db.sql("""
        update partnerships.agreement a
        set ended_at = :now
        from partnerships.version v
        where v.agreement_id = a.id and v.number = a.version and a.state = 'signed' and a.ended_at is null
          and least(v.to_day, a.terminated_from - 1) < :today
        returning a.id
        """).param("now", PartnerTable.at(now)).param("today", today).query(Long.class).list().stream().map(AgreementId::new).toList();
  }

  /** @return false when supervisors were asked before */
  boolean renewalAsked(AgreementId id, Instant now) {
    return db.sql("update partnerships.agreement set renewal_asked_at = :now where id = :id and renewal_asked_at is null")
        .param("now", PartnerTable.at(now)).param("id", id.value()).update() == 1;
  }
}
