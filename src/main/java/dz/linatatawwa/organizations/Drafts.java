package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Registrations that somebody is still typing: they survive a reload, a lost network and another phone. One for each person. */
@Component
public class Drafts {

  private final JdbcClient db;
  private final JsonMapper json;

  Drafts(JdbcClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  /** What was typed, by field, and the papers that were sent. */
  public record Draft(Map<String, List<String>> typed, List<FileId> files) {

    public Draft {
      typed = Map.copyOf(typed);
      files = List.copyOf(files);
    }

    /** Nothing was typed yet. */
    public static final Draft EMPTY = new Draft(Map.of(), List.of());
  }

  /** What this person was typing; an empty draft when nothing. */
  public Draft of(AccountId person) {
    return db.sql("select typed::text as typed, files from organizations.draft where account_id = :person").param("person", person.value())
        .query((row, number) -> new Draft(json.readValue(row.getString("typed"), new TypeReference<Map<String, List<String>>>() {}),
            files((UUID[]) row.getArray("files").getArray()))).optional().orElse(Draft.EMPTY);
  }

  /** Keeps what was typed in the place of what was. */
  public void keep(AccountId person, Map<String, List<String>> typed) {
    db.sql("""
        insert into organizations.draft (account_id, typed)
        values (:person, cast(:typed as jsonb))
        on conflict (account_id) do update set typed = excluded.typed, changed_at = now()
        """).param("person", person.value()).param("typed", json.writeValueAsString(storable(typed))).update();
  }

  /** What the database cannot keep in a text is no letter of anybody's. */
  private static Map<String, List<String>> storable(Map<String, List<String>> typed) {
    Map<String, List<String>> storable = new LinkedHashMap<>();
    typed.forEach((field, values) -> storable.put(field.replace("\0", ""), values.stream().map(value -> value.replace("\0", "")).toList()));
    return storable;
  }

  /** Keeps a paper that was sent with the draft. */
  public void add(AccountId person, FileId file) {
    db.sql("""
        insert into organizations.draft (account_id, typed, files)
        values (:person, '{}', array[cast(:file as uuid)])
        on conflict (account_id) do update set files = array_append(organizations.draft.files, cast(:file as uuid)), changed_at = now()
        """).param("person", person.value()).param("file", file.value()).update();
  }

  /** Takes a paper out of the draft.
   *  @return false when it was not in it */
  public boolean remove(AccountId person, FileId file) {
    return db.sql("""
        update organizations.draft
        set files = array_remove(files, cast(:file as uuid))
        where account_id = :person and cast(:file as uuid) = any(files)
        """).param("person", person.value()).param("file", file.value()).update() == 1;
  }

  /** The registration was sent, or given up. */
  public void forget(AccountId person) {
    db.sql("delete from organizations.draft where account_id = :person").param("person", person.value()).update();
  }

  private static List<FileId> files(UUID[] ids) throws SQLException {
    return Arrays.stream(ids).map(FileId::new).toList();
  }
}
