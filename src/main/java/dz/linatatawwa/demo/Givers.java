package dz.linatatawwa.demo;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.eligibility.Condition;
import dz.linatatawwa.eligibility.Rule;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Offers;
import dz.linatatawwa.rewards.Saved;
import dz.linatatawwa.rewards.Terms;
import dz.linatatawwa.rewards.Way;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Two partners of the demonstration and what they give, written through the room's own face once everything else stands. */
@Component
@ConditionalOnProperty("linatatawwa.demo")
class Givers {

  private final JdbcClient db;
  private final Offers offers;
  private final Benefits benefits;
  private final Clock clock;

  Givers(JdbcClient db, Offers offers, Benefits benefits, Clock clock) {
    this.db = db;
    this.offers = offers;
    this.benefits = benefits;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void give() {
    if (db.sql("select exists (select from rewards.benefit)").query(Boolean.class).single()) return;
    Optional<AccountId> manager = account(Staff.COORDINATOR);
    Optional<AccountId> volunteer = account(Staff.VOLUNTEER);
    if (manager.isEmpty() || volunteer.isEmpty()) return;
    PartnerId pool = partner("company", "المركب الرياضي النموذجي", "Complexe sportif modèle", manager.get());
    PartnerId library = partner("other", "مكتبة نوميديا النموذجية", "Bibliothèque modèle Numidia", manager.get());
    offer(pool, manager.get(), terms(Way.FIRST_COME, "field-spt", 40, 10, name("دخول مجاني إلى المسبح", "Entrée gratuite à la piscine", "Free entrance to the pool"),
        name("خمس مرات خلال أيام الأسبوع، مع خزانة. لا تشمل دروس السباحة.", "Cinq entrées en semaine, avec un casier. Hors cours de natation.",
            "Five entrances on weekdays, with a locker. Swimming lessons are not included.")), "شباك الدخول");
    offer(pool, manager.get(), terms(Way.LOT, "field-evt", 12, 5, name("تذكرتان لعرض الافتتاح", "Deux billets pour la soirée d’ouverture", "Two tickets for the opening night"),
        name("مكانان متجاوران في المدرجات.", "Deux places côte à côte dans les tribunes.", "Two seats side by side in the stands.")), "شباك التذاكر");
    offer(library, manager.get(), terms(Way.FIRST_COME, "field-edu", 60, 25, name("بطاقة قارئ لسنة كاملة", "Carte de lecteur d’un an", "Reader’s card for a year"),
        name("إعارة ثلاثة كتب في كل مرة، والدخول إلى قاعة المطالعة.", "Trois livres à la fois et l’accès à la salle de lecture.",
            "Three books at a time and entry to the reading room.")), "مكتب الاستقبال");
    offer(library, manager.get(), terms(Way.FIRST_COME, "field-sci", 15, 250, name("يوم في ورشة الترميم", "Une journée à l’atelier de restauration", "A day in the restoration workshop"),
        name("مرافقة المرمّمين يوما كاملا.", "Une journée avec les restaurateurs.", "A whole day with the restorers.")), "مكتب الاستقبال");
    benefits.offered(null).forEach(benefit -> benefits.take(volunteer.get(), benefit.id()));
  }

  private Optional<AccountId> account(String email) {
    return db.sql("select id from accounts.account where email = :email").param("email", email).query(Long.class).optional().map(AccountId::new);
  }

  private Terms terms(Way way, String symbol, int quota, int hours, LocalName name, LocalName about) {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    return new Terms(way, symbol, name, about, quota, today, today.plusDays(way == Way.LOT ? 12 : 45), today.plusDays(90), Rule.of(Condition.Hours.of(hours)));
  }

  private static LocalName name(String ar, String fr, String en) {
    return new LocalName(ar, fr, en);
  }

  private void offer(PartnerId partner, AccountId by, Terms terms, String counter) {
    if (!(offers.save(by, partner, null, terms) instanceof Saved.Done done)) return;
    offers.addCounter(partner, done.id(), new CommuneCode("1901"), counter);
    offers.publish(by, partner, done.id());
  }

  /** A partner of Sétif whose agreement promises 500 benefits for a year. */
  private PartnerId partner(String kind, String nameAr, String nameFr, AccountId owner) {
    LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
    long id = db.sql("""
        with partner as (
          insert into partnerships.partner (kind, name_ar, name_fr, name_key, wilaya_code, made_at, made_by, public_since)
          values (:kind, :ar, :fr, :key, '19', now(), :owner, now()) returning id),
        member as (insert into partnerships.member (partner_id, account_id, role, since) select id, :owner, 'owner', now() from partner),
        agreement as (
          insert into partnerships.agreement (partner_id, state, made_at, made_by, signed_at) select id, 'signed', now(), :owner, now() from partner returning id, partner_id),
        party as (insert into partnerships.party (agreement_id, partner_id) select id, partner_id from agreement),
        version as (
          insert into partnerships.version (agreement_id, number, title_ar, title_fr, text_ar, text_fr, from_day, to_day, hash, made_at, made_by)
          select id, 1, 'اتفاقية مزايا للمتطوعين', 'Convention d’avantages aux bénévoles', 'يلتزم الشريك بتقديم مزايا للمتطوعين حسب ساعاتهم المؤكدة.',
            'Le partenaire offre des avantages aux bénévoles selon leurs heures confirmées.', :today, :today + 365, repeat('0', 64), now(), :owner from agreement
          returning agreement_id),
        promised as (insert into partnerships.promised (agreement_id, version, promise, quota) select agreement_id, 1, 'benefits', 500 from version)
        select id from partner""")
        .param("kind", kind).param("ar", nameAr).param("fr", nameFr).param("key", Folding.fold(nameAr)).param("owner", owner.value()).param("today", today)
        .query(Long.class).single();
    return new PartnerId(id);
  }
}
