package dz.linatatawwa.rewards;

import dz.linatatawwa.partnerships.AgreementId;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The places of a benefit and of its agreement: two counters that one transaction moves together, the benefit's first. */
@Repository
class QuotaTable {

  private final JdbcClient db;

  QuotaTable(JdbcClient db) {
    this.db = db;
  }

  /** Takes a place where the benefit has one, its agreement holds and promises one more.
   *  @param widens whether a benefit without a place left gets one more: a decision gives it out of what the agreement still promises
   *  @return whether there was one */
  boolean take(Benefit benefit, LocalDate today, boolean widens) {
    AgreementId agreement = benefit.agreement();
    if (agreement == null || !ofBenefit(benefit, today, widens)) return false;
    if (ofAgreement(agreement, benefit)) return true;
    db.sql("update rewards.benefit set granted = granted - 1 where id = :id").param("id", benefit.id().value()).update();
    return false;
  }

  private boolean ofBenefit(Benefit benefit, LocalDate today, boolean widens) {
    return db.sql("""
        update rewards.benefit b
        set granted = b.granted + 1, quota = case when :widens then greatest(b.quota, b.granted + 1) else b.quota end
        where b.id = :id and b.use_until >= :today and (:widens or b.granted < b.quota)
          and (b.state = 'open' or (:widens and b.state = 'closed')) and""" + " " + BenefitTable.COVERED)
        .param("id", benefit.id().value()).param("today", today).param("widens", widens).update() == 1;
  }

  /** Whoever comes second waits for the first, and then sees what is left. */
  private boolean ofAgreement(AgreementId agreement, Benefit benefit) {
    return db.sql("""
        insert into rewards.spent as s (agreement_id, granted) values (:agreement, 1)
        on conflict (agreement_id) do update set granted = s.granted + 1
        where s.granted < coalesce((select a.quota from partnerships.active_agreement a
          where a.agreement_id = :agreement and a.partner_id = :partner and a.promise = 'benefits'), 2147483647)""")
        .param("agreement", agreement.value()).param("partner", benefit.partner().value()).update() == 1;
  }

  /** Gives a place back, to the benefit and to its agreement. */
  void giveBack(BenefitId id) {
    Long agreement = db.sql("update rewards.benefit set granted = granted - 1 where id = :id returning agreement_id").param("id", id.value()).query(Long.class).single();
    db.sql("update rewards.spent set granted = granted - 1 where agreement_id = :agreement").param("agreement", agreement).update();
  }

  /** What an agreement still promises: its quota less what was given and what its other published benefits may still give.
   *  Nothing: without a bound. To be asked under {@link #lockAgreement}. */
  Optional<Long> left(AgreementId agreement, BenefitId aside) {
    return db.sql("""
        select (select min(a.quota) from partnerships.active_agreement a where a.agreement_id = :agreement and a.promise = 'benefits')
          - coalesce((select s.granted from rewards.spent s where s.agreement_id = :agreement), 0)
          - coalesce((select sum(b.quota - b.granted) from rewards.benefit b where b.agreement_id = :agreement and b.state = 'open' and b.id <> :aside), 0)""")
        .param("agreement", agreement.value()).param("aside", aside.value()).query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class))).single();
  }

  /** Whether an agreement promises more than was given, whatever its benefits still offer. */
  boolean promised(AgreementId agreement) {
    return db.sql("""
        select coalesce((select min(a.quota) from partnerships.active_agreement a where a.agreement_id = :agreement and a.promise = 'benefits'), 2147483647)
          > coalesce((select s.granted from rewards.spent s where s.agreement_id = :agreement), 0)""")
        .param("agreement", agreement.value()).query(Boolean.class).single();
  }

  /** Two benefits of one agreement are published one after the other. */
  void lockAgreement(AgreementId agreement) {
    db.sql("insert into rewards.spent (agreement_id, granted) values (:agreement, 0) on conflict (agreement_id) do nothing").param("agreement", agreement.value())
        .update();
    db.sql("select agreement_id from rewards.spent where agreement_id = :agreement for update").param("agreement", agreement.value()).query(Long.class).list();
  }
}
