package dz.linatatawwa.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.Someone;
import dz.linatatawwa.world.Visit;
import dz.linatatawwa.world.WorldTest;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures issuing, signing and checking beside their limits in the same run; writes {@code bench/CREDENTIALS.md}. Run by {@code bin/bench credentials}; no test of the suite. */
@WorldTest
class CredentialBench {

  private static final int MANY = 1_000;
  private static final int ASKED = 400;

  private final List<String> report = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired Credentials credentials;
  @Autowired SignedDocuments documents;
  @Autowired IssuerKeys keys;
  @Autowired JdbcClient db;

  @Test
  void figures() throws Exception {
    durable();
    say("# Figures of credentials, " + LocalDate.now());
    say("");
    say("In one process with the first compiler only (that of the tests), PostgreSQL beside it with fsync on, " + Runtime.getRuntime().availableProcessors()
        + " cores, of which %.0f processes wanted one when it began. Medians of five rounds; in milliseconds.".formatted(
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    say("");
    say("| what | measured | limit beside it | limit | bound |");
    say("| --- | --- | --- | --- | --- |");
    AccountId amina = Someone.amina().volunteer();
    List<double[]> rounds = new ArrayList<>();
    for (int round = 0; round < 6; round++) rounds.add(round(amina, round));
    rounds.removeFirst();
    say("| " + MANY + " issued (kept, each with its bit) | " + median(rounds, 0) + " | | | |");
    say("| " + MANY + " signed and kept | " + median(rounds, 1) + " | as many bare Ed25519 signatures on one core | " + median(rounds, 2) + " | |");
    say("| " + MANY + " canonical forms on one core | " + median(rounds, 5) + " | the same by titanium-json-ld and titanium-rdfc | " + median(rounds, 4) + " | |");
    say("| " + MANY + " issued, signed and kept | " + median(rounds, 3) + " | | | 10,000 |");
    String body = documents.json(credentials.issue(Awards.to(amina)), Language.AR, true).orElseThrow();
    for (int people : new int[] {1, 8}) verifying(body, people);
    Files.writeString(Path.of("bench", "CREDENTIALS.md"), String.join("\n", report) + "\n");
  }

  /** Issued, signed, bare signatures, issued and signed, canonical forms by titanium, and by us. */
  private double[] round(AccountId holder, int round) throws Exception {
    List<Award> awards = IntStream.range(0, MANY).mapToObj(i -> Awards.to(holder, "bench:" + round + ":" + i)).toList();
    List<CredentialId> ids = new ArrayList<>();
    double issued = time(() -> ids.addAll(credentials.issueAll(awards)));
    double signed = time(() -> {
      documents.make(ids, Language.AR, true);
      return true;
    });
    assertThat(db.sql("select count(*) from credentials.document where credential_id = any(:ids)").param("ids", ids.stream().map(CredentialId::value).toArray(java.util.UUID[]::new))
        .query(Long.class).single()).isEqualTo(MANY);
    byte[] hashes = new byte[64];
    double bare = time(() -> IntStream.range(0, MANY).map(i -> keys.sign(keys.newest(), hashes).length).sum());
    String body = documents.json(ids.getFirst(), Language.AR, true).orElseThrow().replaceFirst(",\"proof\":.*", "}");
    double titanium = time(() -> {
      int length = 0;
      for (int i = 0; i < MANY; i++) length += LinkedData.statements(body).length();
      return length;
    });
    JsonNode document = JsonMapper.builder().build().readTree(body);
    double ours = time(() -> {
      int length = 0;
      for (int i = 0; i < MANY; i++) length += Statements.of(document, Shape.CREDENTIAL, Set.of("@context")).length;
      return length;
    });
    return new double[] {issued, signed, bare, issued + signed, titanium, ours};
  }

  private void verifying(String body, int people) throws Exception {
    List<Double> took = new ArrayList<>();
    try (ExecutorService all = Executors.newFixedThreadPool(people)) {
      for (int round = 0; round < 2; round++) {
        took.clear();
        List<Future<List<Double>>> answers = new ArrayList<>();
        for (int i = 0; i < people; i++) answers.add(all.submit(() -> asking(body)));
        for (Future<List<Double>> answer : answers) took.addAll(answer.get());
      }
    }
    double[] sorted = took.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    String figures = "p50 %.1f, p99 %.1f".formatted(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    say("| /verify with a pasted credential, " + people + (people == 1 ? " person | " : " people at once | ") + figures + " | | | 20 |");
  }

  private List<Double> asking(String body) throws Exception {
    Visit anybody = new Visit(port);
    anybody.get("/verify");
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < ASKED; i++) took.add(time(() -> anybody.post("/verify", "text", body).status()));
    return took;
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

  private static String median(List<double[]> rounds, int column) {
    double[] sorted = rounds.stream().mapToDouble(round -> round[column]).toArray();
    Arrays.sort(sorted);
    return "%.0f".formatted(sorted[sorted.length / 2]);
  }

  private void say(String line) {
    report.add(line);
    System.out.println(line);
  }
}
