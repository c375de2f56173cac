package dz.linatatawwa.accounts;

import dz.linatatawwa.accounts.Limits.Limit;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.nodes.Heard;
import dz.linatatawwa.nodes.Nodes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first run: while nobody is an administrator, the one who reads the console makes the first. The code is new at each start; of several nodes, the one that
 *  started last holds it. */
@Service
public class Setup {

  private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  private static final SecureRandom RANDOM = new SecureRandom();
  /** By which nodes tell each other that it is over. */
  private static final String WORD = "setup";

  /** What became of it. */
  public sealed interface Made {
    /** The administrator is there and signed in. */
    record Administrator(AccountId account) implements Made {}

    /** Not the code on the console. */
    record WrongCode() implements Made {}

    /** Too many tries. */
    record TooMany(Duration pause) implements Made {}
  }

  private final JdbcClient db;
  private final AccountTable table;
  private final Accounts accounts;
  private final SessionsOfRequests sessions;
  private final Secrets secrets;
  private final Limits limits;
  private final Environment environment;
  private final boolean wanted;
  private final Nodes nodes;
  private volatile boolean open;

  Setup(Nodes nodes, JdbcClient db, AccountTable table, Accounts accounts, SessionsOfRequests sessions, Secrets secrets, Limits limits, Environment environment,
      @Value("${linatatawwa.demo:false}") boolean demo, @Value("${linatatawwa.setup:true}") boolean wanted) {
    this.nodes = nodes;
    this.db = db;
    this.table = table;
    this.accounts = accounts;
    this.sessions = sessions;
    this.secrets = secrets;
    this.limits = limits;
    this.environment = environment;
    this.wanted = wanted && !demo;
  }

  /** Whether the platform waits for its first administrator. */
  public boolean isOpen() {
    return open;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    String port = environment.getProperty("local.server.port");
    if (wanted && port != null) begin().ifPresent(code -> System.out.println("setup code: " + code + " at http://localhost:" + port + "/setup"));
  }

  /** Opens the first run where nobody is an administrator.
   *  @return the code for the console, or nothing when there is an administrator */
  Optional<String> begin() {
    open = !table.anyAdministrator();
    if (!open) return Optional.empty();
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length()))).append(i == 3 ? "-" : "");
    db.sql("insert into accounts.secret (purpose, value) values ('setup', :mark) on conflict (purpose) do update set value = :mark, made_at = now()")
        .param("mark", mark(code.toString())).update();
    return Optional.of(code.toString());
  }

  /** Makes the first administrator and signs in.
   *  @param name one line, already cleaned */
  @Transactional
  public Made make(String name, Contact contact, Language language, String code, HttpServletRequest request, HttpServletResponse response) {
    Optional<Duration> pause = limits.take(new Limit("setup", "all", 20, Duration.ofHours(1)));
    if (pause.isPresent()) return new Made.TooMany(pause.get());
    if (table.anyAdministrator()) open = false;
    if (!open || db.sql("delete from accounts.secret where purpose = 'setup' and value = :mark").param("mark", mark(code)).update() == 0) {
      return new Made.WrongCode();
    }
    AccountId account = accounts.openOrFind(contact, name, language);
    accounts.makeAdministrator(account, true);
    accounts.consent(account, "joining", 1);
    sessions.open(account, contact, "setup", request, response);
    nodes.tell(WORD, "");
    open = false;
    return new Made.Administrator(account);
  }

  /** Somebody made the first administrator on some node. */
  @EventListener
  void heard(Heard word) {
    if (open && word.tellsOf(WORD) && table.anyAdministrator()) open = false;
  }

  private byte[] mark(String code) {
    StringBuilder plain = new StringBuilder();
    code.toUpperCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
    return secrets.mark("setup", plain.toString());
  }
}
