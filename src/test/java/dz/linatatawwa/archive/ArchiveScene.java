package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and operations of the tests of this room. */
final class ArchiveScene {

  private final JdbcClient db;

  ArchiveScene(JdbcClient db) {
    this.db = db;
  }

  AccountId supervisor(String wilaya) {
    AccountId account = SignIn.account("فريد المشرف");
    Office.give(account, wilaya.isEmpty() ? null : wilaya);
    return account;
  }

  OrganizationId organization(String name, AccountId owner) {
    OrganizationId id = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state)
        values ('association', :name, null, :key, 'wilaya', '19', '1901', 'verified') returning id
        """).param("name", name).param("key", dz.linatatawwa.language.Folding.fold(name)).query(Long.class).single());
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :owner, 'owner')").param("id", id.value()).param("owner", owner.value()).update();
    return id;
  }

  /** What a whole form sends, with some of it changed. */
  static String[] form(String... changes) {
    Map<String, String> typed = new TreeMap<>(Map.of("title", "غرس أشجار الصنوبر بجبل مقرس", "field", "ENV", "precision", "day", "first", "2019-12-05", "wilaya", "19",
        "commune", "1901", "people", "40", "hours", "160", "unit-trees", "300", "about", "خرجنا صباحًا وغرسنا حتى الظهر"));
    for (int i = 0; i < changes.length; i += 2) typed.put(changes[i], changes[i + 1]);
    List<String> sent = new ArrayList<>();
    typed.forEach((name, value) -> {
      sent.add(name);
      sent.add(value);
    });
    return sent.toArray(String[]::new);
  }

  static OperationId idOf(Visit.Answer answer) {
    return new OperationId(Long.parseLong(answer.leadsTo().replaceAll("^.*/(\\d+)(?:[?#].*)?$", "$1")));
  }

  long matter(String kind, long subject) {
    return db.sql("select id from supervision.matter where kind = :kind and subject_id = :subject and decided_at is null").param("kind", kind).param("subject", subject)
        .query(Long.class).single();
  }

  /** Written and published at once, past the queue. */
  OperationId published(ListedOperations shelf, String title, String first, String wilaya, String commune, String body) {
    long id = db.sql("""
        insert into archive.operation (title, first_day, last_day, precision, wilaya_code, commune_code, organization_name, people, minutes, source, state, state_since, made_at, changed_at)
        values (:title, cast(:first as date), cast(:first as date), 'day', :wilaya, :commune, nullif(:body, ''), 10, 1200, 'form', 'published', now(), now(), now()) returning id
        """).param("title", title).param("first", first).param("wilaya", wilaya).param("commune", commune.isEmpty() ? null : commune).param("body", body).query(Long.class).single();
    shelf.refresh(List.of(id));
    return new OperationId(id);
  }

  String state(OperationId id) {
    return db.sql("select state from archive.operation where id = :id").param("id", id.value()).query(String.class).single();
  }
}
