package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Partners of the tests, with agreements that were signed without the pages. */
public final class PartnerScene {

  private PartnerScene() {}

  /** A partner of Sétif without people and without agreements. */
  public static PartnerId partner(String nameAr, PartnerKind kind) {
    return new PartnerId(db().sql("""
        insert into partnerships.partner (kind, name_ar, name_key, wilaya_code, made_at, made_by, public_since)
        values (:kind, :name, :key, '19', now(), :by, now())
        returning id
        """).param("kind", kind.code()).param("name", nameAr).param("key", Folding.fold(nameAr)).param("by", SignIn.administrator("Maker").value())
        .query(Long.class).single());
  }

  /** Somebody new who acts for a partner. */
  public static AccountId person(PartnerId partner, PartnerRole role) {
    AccountId person = SignIn.account("A " + role.code());
    db().sql("insert into partnerships.member (partner_id, account_id, role, since) values (:partner, :person, :role, now())")
        .param("partner", partner.value()).param("person", person.value()).param("role", role.code()).update();
    return person;
  }

  /** An agreement that everybody has signed.
   *  @param promises with their quotas; an empty one is without a bound */
  public static AgreementId agreement(PartnerId partner, LocalDate from, LocalDate to, Map<Promise, Optional<Integer>> promises) {
    long by = SignIn.administrator("Author").value();
    long id = db().sql("insert into partnerships.agreement (partner_id, state, made_at, made_by, signed_at) values (:partner, 'signed', now(), :by, now()) returning id")
        .param("partner", partner.value()).param("by", by).query(Long.class).single();
    db().sql("insert into partnerships.party (agreement_id, partner_id) values (:id, :partner)").param("id", id).param("partner", partner.value()).update();
    db().sql("""
        insert into partnerships.version (agreement_id, number, title_ar, title_fr, text_ar, text_fr, from_day, to_day, hash, made_at, made_by)
        values (:id, 1, 'اتفاقية شراكة', 'Convention de partenariat', 'نص الاتفاقية بين الطرفين المتعاقدين', 'Texte de la convention entre les parties',
            :from, :to, repeat('0', 64), now(), :by)
        """).param("id", id).param("from", from).param("to", to).param("by", by).update();
    promises.forEach((promise, quota) -> db().sql("insert into partnerships.promised (agreement_id, version, promise, quota) values (:id, 1, :promise, :quota)")
        .param("id", id).param("promise", promise.code()).param("quota", quota.orElse(null)).update());
    return new AgreementId(id);
  }

  private static JdbcClient db() {
    return JdbcClient.create(TestDatabase.one());
  }
}
