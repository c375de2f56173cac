package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of every achievement that was issued, by version. */
@Repository
class AchievementTable {

  private static final TypeReference<Map<String, Map<String, String>>> WORDS = new TypeReference<>() {};

  private final JdbcClient db;
  private final JsonMapper json;

  AchievementTable(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** Keeps each that is not there yet; in the order of their keys, so that two who issue at once do not wait for each other in a circle. */
  void keep(Collection<Award> awards) {
    Map<String, Award> ordered = new TreeMap<>();
    awards.forEach(award -> ordered.putIfAbsent(award.achievement().key() + "/" + award.achievement().version(), award));
    for (Award award : ordered.values()) {
      Achievement one = award.achievement();
      db.sql("""
          insert into credentials.achievement (key, version, type, words, kind) values (:key, :version, :type, cast(:words as jsonb), :kind) on conflict do nothing
          """).param("key", one.key()).param("version", one.version()).param("type", one.type().name()).param("words", write(one)).param("kind", award.kind()).update();
    }
  }

  Optional<Achievement> find(String key, int version) {
    return db.sql("select type, words from credentials.achievement where key = :key and version = :version").param("key", key).param("version", version)
        .query((row, n) -> read(key, version, row.getString("type"), row.getString("words"))).optional();
  }

  /** The kind under which an achievement was first issued: who draws it. */
  Optional<String> kind(String key, int version) {
    return db.sql("select kind from credentials.achievement where key = :key and version = :version").param("key", key).param("version", version)
        .query(String.class).optional();
  }

  Achievement read(String key, int version, String type, String words) {
    Map<String, Map<String, String>> read = json.readValue(words, WORDS);
    return new Achievement(key, version, spoken(read, "name"), spoken(read, "description"), spoken(read, "criteria"), AchievementType.valueOf(type));
  }

  private String write(Achievement one) {
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    words.put("name", coded(one.name()));
    words.put("description", coded(one.description()));
    words.put("criteria", coded(one.criteria()));
    return json.writeValueAsString(words);
  }

  private static Map<String, String> coded(Map<Language, String> words) {
    Map<String, String> coded = new TreeMap<>();
    words.forEach((language, text) -> coded.put(language.code(), text));
    return coded;
  }

  private static Map<Language, String> spoken(Map<String, Map<String, String>> words, String part) {
    Map<Language, String> spoken = new HashMap<>();
    words.getOrDefault(part, Map.of()).forEach((code, text) -> Language.of(code).ifPresent(language -> spoken.put(language, text)));
    return spoken;
  }
}
