package dz.linatatawwa.ideas;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.world.Office;
import dz.linatatawwa.world.SignIn;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and ideas of the tests of this room. */
final class IdeaScene {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final JdbcClient db;
  private final Ideas ideas;

  IdeaScene(JdbcClient db, Ideas ideas) {
    this.db = db;
    this.ideas = ideas;
  }

  static AccountId volunteer() {
    return Someone.amina().livingIn("1901").volunteer();
  }

  /** A title that is like no other: of the words given only the first stands in it. */
  static String unlike(String title) {
    StringBuilder letters = new StringBuilder();
    for (char digit : String.format("%06d", NUMBERS.incrementAndGet()).toCharArray()) letters.append((char) ('a' + digit - '0'));
    return title.split(" ")[0] + " k" + letters + " m" + letters + " z" + letters;
  }

  IdeaId initiative(AccountId author) {
    return made(author, new Proposal(IdeaKind.INITIATIVE, unlike("غرس أشجار الزيتون"), "نغرسها معًا في الربيع مع التلاميذ", "ENV", new WilayaCode("19"), new CommuneCode("1901"), null, true));
  }

  IdeaId need(AccountId author) {
    return made(author, new Proposal(IdeaKind.NEED, unlike("مجرى الوادي مسدود"), "قارورات وأكياس", "ENV", new WilayaCode("19"), new CommuneCode("1901"),
        new dz.linatatawwa.places.Point(36.195, 5.41), false));
  }

  IdeaId improvement(AccountId author) {
    return made(author, new Proposal(IdeaKind.IMPROVEMENT, unlike("خريطة للفرص"), "نرى ما هو قريب من البيت", null, null, null, null, false));
  }

  IdeaId made(AccountId author, Proposal told) {
    if (ideas.propose(author, told) instanceof Proposed.Done(IdeaId id, boolean again)) return id;
    throw new AssertionError("not proposed: " + told.title());
  }

  AccountId supervisor(String wilaya) {
    AccountId account = SignIn.account("فريد المشرف");
    Office.give(account, wilaya.isEmpty() ? (String) null : wilaya);
    return account;
  }

  OrganizationId organization(AccountId owner) {
    String name = "جمعية الأيدي " + NUMBERS.incrementAndGet();
    OrganizationId id = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state)
        values ('association', :name, null, :key, 'wilaya', '19', '1901', 'verified') returning id
        """).param("name", name).param("key", dz.linatatawwa.language.Folding.fold(name)).query(Long.class).single());
    db.sql("insert into organizations.member (organization_id, account_id, role) values (:id, :owner, 'owner')").param("id", id.value()).param("owner", owner.value()).update();
    return id;
  }

  /** What a whole form sends, with some of it changed. */
  static String[] form(String... changes) {
    Map<String, String> typed = new TreeMap<>(Map.of("kind", "initiative", "title", unlike("دروس تدعيمية لتلاميذ البكالوريا"), "about", "ساعتان كل سبت في دار الشباب من جانفي إلى جوان", "field", "EDU",
        "wilaya", "19", "commune", "1901"));
    for (int i = 0; i < changes.length; i += 2) typed.put(changes[i], changes[i + 1]);
    List<String> sent = new ArrayList<>();
    typed.forEach((name, value) -> sent.addAll(List.of(name, value)));
    return sent.toArray(String[]::new);
  }

  static IdeaId idOf(Visit.Answer answer) {
    return new IdeaId(Long.parseLong(answer.leadsTo().replaceAll("^.*/ideas/(\\d+)(?:[?#].*)?$", "$1")));
  }

  Long count(String sql, Object id) {
    return db.sql(sql).param("id", id).query(Long.class).single();
  }

  static byte[] picture() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** All of them begin at the same moment. */
  static <T> List<T> allAtOnce(List<Callable<T>> deeds) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers = deeds.stream().map(deed -> people.submit(() -> {
        start.await();
        return deed.call();
      })).toList();
      start.countDown();
      List<T> all = new ArrayList<>();
      for (Future<T> answer : answers) all.add(answer.get());
      return all;
    }
  }
}
