import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How long it takes to look at everybody's badges. Writes bench/BADGES.md. Run by bin/bench badges [--data DIR]; needs psql. */
final class Badges {

  private final Platform platform;
  private final List<String> report = new ArrayList<>();

  private Badges(Path data) {
    platform = new Platform(data);
  }

  public static void main(String[] args) throws Exception {
    Path data = Path.of("data", "bench");
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "badges" -> { }
        case "--data" -> data = Path.of(args[++i]);
        default -> {
          System.err.println("bin/bench badges [--data DIR]");
          System.exit(2);
        }
      }
    }
    new Badges(data).run();
  }

  /** All badges of 40,000 people from a million lines: once from nothing, and once after a rule was changed. */
  private void run() throws Exception {
    say("# Badges, " + LocalDate.now());
    say("");
    platform.start("--demo");
    try {
      platform.psql(Files.readString(Path.of("bench", "many-lines.sql")));
      say("People: " + platform.psql("select count(*) from volunteers.volunteer") + "; lines of the ledger: " + platform.psql("select count(*) from hours.entry") + "; "
          + Runtime.getRuntime().availableProcessors() + " cores shared with PostgreSQL.");
      say("");
      walk("every badge of everybody, from nothing");
      platform.psql("insert into recognition.version (definition_id, version, name_ar, words_ar, shape, tone, mark, rule, keeps, published_at) select definition_id, 1 + max(version), "
          + "'قياس', 'قياس', 1, 'cedar', '30', '{\"all\":[{\"is\":\"hours\",\"minutes\":1800,\"grades\":[\"A\",\"B\",\"C\"],\"period\":{\"is\":\"always\"},\"fields\":[]}]}', false, now() "
          + "from recognition.version v join recognition.definition d on d.id = v.definition_id and d.key = 'hours-25' group by definition_id");
      walk("everybody again, after the rule of one badge was changed");
    } finally {
      platform.stop();
    }
    Files.writeString(Path.of("bench", "BADGES.md"), String.join("\n", report) + "\n");
  }

  /** From the moment it is asked for until the last person was looked at: the wait for the clock is in it. */
  private void walk(String what) throws Exception {
    platform.psql("update recognition.walk set finished_at = now(), superseded = true where finished_at is null");
    String id = platform.psql("insert into recognition.walk (quiet, total) select true, count(*) from volunteers.volunteer returning id");
    while (platform.psql("select finished_at is not null from recognition.walk where id = " + id).equals("f")) Thread.sleep(500);
    say("- " + what + ": " + platform.psql("select round(extract(epoch from finished_at - started_at), 1) || ' s; given ' || given || ', taken ' || taken from recognition.walk where id = " + id));
  }

  private void say(String line) {
    System.out.println(line);
    report.add(line);
  }
}
