package dz.linatatawwa.ideas;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What somebody typed before signing in, so that nobody writes twice. It is bound to a random token of the browser, of which only the hash is kept. */
@Component
public class GuestIdeas {

  /** What of a form is kept, and how long each may be. */
  private static final Map<String, Integer> FIELDS = Map.of("kind", 20, "title", 160, "about", 5000, "field", 10, "wilaya", 2, "commune", 80, "lat", 20, "lon", 20, "names", 5);
  /** So many may wait at once: whoever floods the form fills no disk. */
  private static final int MOST = 20_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient db;
  private final JsonMapper json;
  private final Clock clock;

  GuestIdeas(JdbcClient db, JsonMapper json, Clock clock) {
    this.db = db;
    this.json = json;
    this.clock = clock;
  }

  /** Keeps what was typed.
   *  @return the token by which it is found; nothing when too many wait, or nothing was typed */
  @Transactional
  public Optional<String> keep(Map<String, String> typed) {
    Map<String, String> kept = new LinkedHashMap<>();
    FIELDS.forEach((name, longest) -> {
      String value = typed.getOrDefault(name, "");
      if (!value.isBlank()) kept.put(name, value.length() > longest ? value.substring(0, longest) : value);
    });
    String text = json.writeValueAsString(kept);
    if (kept.isEmpty() || text.length() > 18_000 || text.contains("\\u0000") || waiting() >= MOST) return Optional.empty();
    byte[] random = new byte[24];
    RANDOM.nextBytes(random);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    db.sql("insert into ideas.draft (token_hash, typed, made_at) values (:hash, cast(:typed as jsonb), :now)").param("hash", hash(token)).param("typed", text)
        .param("now", IdeaTable.at(clock.instant())).update();
    return Optional.of(token);
  }

  private int waiting() {
    return db.sql("select count(*) from (select from ideas.draft limit " + MOST + ") f").query(Integer.class).single();
  }

  /** What was typed under this token; nothing when there is none any more. */
  public Map<String, String> of(String token) {
    List<String> found = db.sql("select typed::text as typed from ideas.draft where token_hash = :hash").param("hash", hash(token))
        .query((row, n) -> row.getString("typed")).list();
    return found.isEmpty() ? Map.of() : json.readValue(found.getFirst(), new TypeReference<Map<String, String>>() {});
  }

  /** Forgets it: it was sent. */
  @Transactional
  public void forget(String token) {
    db.sql("delete from ideas.draft where token_hash = :hash").param("hash", hash(token)).update();
  }

  int forgetBefore(Instant moment, int most) {
    return db.sql("delete from ideas.draft where token_hash in (select token_hash from ideas.draft where made_at < :moment order by made_at limit :most)")
        .param("moment", IdeaTable.at(moment)).param("most", most).update();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
