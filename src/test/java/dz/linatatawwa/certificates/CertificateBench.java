package dz.linatatawwa.certificates;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Measures papers, many at once and the page that checks one; writes {@code bench/CERTIFICATES.md}. Run by {@code bin/bench certificates}; no test of
 *  the suite. */
@WorldTest
class CertificateBench {

  private static final int MANY = 1_000;
  private static final int LINES = 12;
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 14);

  private final List<String> report = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired Certificates certificates;
  @Autowired CertificatePapers papers;
  @Autowired CertificateBatches batches;

  @Test
  void figures() throws Exception {
    Scene scene = new Scene(db);
    AccountId amina = scene.amina();
    for (int i = 0; i < 100; i++) scene.hours(amina, MARCH.minusDays(i * 3L), 150, i % 2 == 0 ? Grade.A : Grade.B, i % 3 == 0 ? scene.opportunity : scene.other);
    for (int person = 0; person < MANY; person++) scene.amina();
    hours(scene, amina);
    durable();
    say("# Figures of certificates, " + LocalDate.now());
    say("");
    say("In one process with the first compiler only (that of the tests), PostgreSQL beside it with fsync on, " + Runtime.getRuntime().availableProcessors()
        + " cores, shared with whatever else runs there. Milliseconds.");
    say("");
    say("| what | measured | bound |");
    say("| --- | --- | --- |");
    Certificate page = ((Issued.Done) certificates.issue(amina, Asked.EVERYTHING, amina)).certificate();
    Certificate book = ((Issued.Done) certificates.issue(amina, new Asked(Kind.BOOK, Scope.ALL, Span.ALWAYS), amina)).certificate();
    paper("one page, its first paper of the process", page, 1, false);
    paper("one page", page, 100, true);
    paper("a book of 100 lines", book, 30, true);
    many(scene);
    checks(page);
    Files.writeString(Path.of("bench", "CERTIFICATES.md"), String.join("\n", report) + "\n");
  }

  /** Twelve lines for everybody else, at once. */
  private void hours(Scene scene, AccountId but) {
    db.sql("""
        with claim as (
          insert into hours.claim (volunteer_id, opportunity_id, organization_id, during, minutes, grade, state, due_at, decided_at, decided_by)
          select v.account_id, :opportunity, :organization, tstzrange(d.day, d.day + interval '2 hours'), 120, 'B', 'confirmed', now(), now(), :by
          from volunteers.volunteer v, generate_series(timestamptz '2026-03-01 08:00', timestamptz '2026-03-01 08:00' + (:lines - 1) * interval '1 day', interval '1 day') as d(day)
          where v.account_id <> :but
          returning id, volunteer_id, during),
        entry as (
          insert into hours.entry (claim_id, volunteer_id, day, minutes, grade, organization_id, opportunity_id)
          select id, volunteer_id, lower(during)::date, 120, 'B', :organization, :opportunity from claim returning volunteer_id)
        insert into hours.volunteer_total (volunteer_id, grade, minutes) select volunteer_id, 'B', 120 * count(*) from entry group by volunteer_id""")
        .param("opportunity", scene.opportunity.value()).param("organization", scene.organization.value()).param("by", scene.coordinator.value())
        .param("but", but.value()).param("lines", LINES).update();
  }

  private void paper(String what, Certificate certificate, int times, boolean warm) throws Exception {
    Language[] languages = {Language.AR, Language.FR, Language.EN};
    List<Double> took = new ArrayList<>();
    for (int round = warm ? 0 : 1; round < 2; round++) {
      took.clear();
      for (int i = 0; i < times; i++) {
        Language language = languages[i % 3];
        took.add(time(() -> papers.pdf(certificate, language, "https://linatatawwa.example").length));
      }
    }
    say("| " + what + ": PDF from the stored facts | " + percentiles(took) + " | 300 |");
  }

  private void many(Scene scene) throws Exception {
    long[] id = new long[1];
    double begun = time(() -> id[0] = batches.begin(scene.organization, new Scope(null, new CampaignId(scene.campaign.value()), null), Span.ALWAYS, 600, scene.owner).orElseThrow());
    double made = time(() -> {
      while (batches.find(scene.organization, id[0]).running()) if (!batches.step(id[0])) Thread.sleep(5);
      return true;
    });
    CertificateBatch batch = batches.find(scene.organization, id[0]);
    assertThat(batch.made()).isGreaterThanOrEqualTo(MANY);
    say("| " + batch.made() + " people found and put on the list | %.0f | |".formatted(begun));
    say("| " + batch.made() + " certificates made, signed, each owner told | %.0f | |".formatted(made));
    double zipped = time(() -> {
      batches.zip(batch, scene.owner, "https://linatatawwa.example", OutputStream.nullOutputStream());
      return true;
    });
    say("| the ZIP of " + batch.made() + " papers | %.0f (%.1f each) | |".formatted(zipped, zipped / batch.made()));
  }

  private void checks(Certificate certificate) throws Exception {
    Visit anybody = new Visit(port);
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < 600; i++) took.add(time(() -> anybody.get("/certificates/check/" + certificate.number()).status()));
    say("| /certificates/check/NUMBER, seen by the client | " + percentiles(took.subList(200, took.size())) + " | 20 |");
  }

  private static String percentiles(List<Double> took) {
    double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 1 ? "%.0f".formatted(sorted[0]) : "p50 %.1f, p99 %.1f".formatted(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
  }

  private static double time(Callable<?> deed) throws Exception {
    long start = System.nanoTime();
    deed.call();
    return (System.nanoTime() - start) / 1e6;
  }

  /** The tests' PostgreSQL is fast rather than safe; what is measured is safe. */
  private void durable() {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) db.sql("alter system set " + setting + " = on").update();
    db.sql("select pg_reload_conf()").query(Boolean.class).single();
  }

  private void say(String line) {
    report.add(line);
    System.out.println(line);
  }
}
