package dz.linatatawwa.api;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.partnerships.PartnerKind;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.partnerships.PartnerScene;
import dz.linatatawwa.partnerships.Promise;
import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.programmes.Programmes;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Offers;
import dz.linatatawwa.rewards.Saved;
import dz.linatatawwa.rewards.Taken;
import dz.linatatawwa.rewards.Terms;
import dz.linatatawwa.rewards.Way;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.TestDatabase;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A partner of the tests with an agreement, its manager, and keys of it. */
final class KeyedPartner {

  private static final AtomicInteger LABELS = new AtomicInteger();

  final PartnerId partner = PartnerScene.partner("جامعة المفاتيح التجريبية " + LABELS.incrementAndGet(), PartnerKind.UNIVERSITY);
  final AccountId manager = PartnerScene.person(partner, PartnerRole.MANAGER);
  final AgreementId agreement;
  private final ApiKeys keys;

  KeyedPartner(ApiKeys keys) {
    this(keys, Map.of(Promise.BENEFITS, Optional.empty(), Promise.RECOGNITION, Optional.empty()));
  }

  KeyedPartner(ApiKeys keys, Map<Promise, Optional<Integer>> promises) {
    this.keys = keys;
    this.agreement = PartnerScene.agreement(partner, today().minusDays(30), today().plusDays(300), promises);
  }

  static LocalDate today() {
    return LocalDate.now(Words.ZONE);
  }

  KeyOwner itself() {
    return new KeyOwner.OfPartner(partner);
  }

  ApiKeys.Made key(KeyScope... scopes) {
    Problems problems = Problems.none();
    List<String> codes = Arrays.stream(scopes).map(KeyScope::code).toList();
    return keys.make(manager, itself(), new KeyForm("صندوق " + LABELS.incrementAndGet(), codes, "30"), problems)
        .orElseThrow(() -> new IllegalStateException("no key: " + problems.all()));
  }

  OtherSystem system(int port, KeyScope... scopes) {
    return new OtherSystem(port, key(scopes).secret());
  }

  /** A code of a benefit of this partner that somebody has just taken. */
  String code(Offers offers, Benefits benefits) {
    Terms terms = new Terms(Way.FIRST_COME, "award", new LocalName("تذكرة إلى المسبح", "Entrée à la piscine", null), new LocalName("دخول واحد", "Une entrée", null), 5,
        today().minusDays(1), today().plusDays(10), today().plusDays(30), Rule.EVERYBODY);
    if (!(offers.save(manager, partner, null, terms) instanceof Saved.Done(var id)) || !(offers.publish(manager, partner, id) instanceof Saved.Done)) throw new IllegalStateException("no benefit");
    AccountId amina = Someone.amina().volunteer();
    if (!(benefits.take(amina, id) instanceof Taken.Granted(var granting))) throw new IllegalStateException("not taken");
    return benefits.code(benefits.own(amina, granting)).shown();
  }

  ProgrammeId programme(Programmes programmes) {
    return programmes.make(manager, partner, "ثلاثون ساعة في السنة", "Trente heures", Rule.of(Condition.Hours.of(30)), today().minusDays(100), today().plusDays(200)).orElseThrow();
  }

  void endAgreement() {
    JdbcClient.create(TestDatabase.one()).sql("""
        update partnerships.agreement set terminated_from = current_date - 1, terminated_at = now(), terminated_by = made_by, termination = 'انتهت الشراكة باتفاق'
        where id = :id""").param("id", agreement.value()).update();
  }
}
