package dz.linatatawwa.organizations;

import dz.linatatawwa.language.Folding;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the import desk needs besides {@link Organizations#bring}: is a body known already, and can one that was brought be taken back. */
@Component
public class BroughtOrganizations {

  private final JdbcClient db;

  BroughtOrganizations(JdbcClient db) {
    this.db = db;
  }

  /** Organisations of exactly this name, folded, in Arabic or in Latin letters; those refused are left out. */
  public List<Organization> named(String name) {
    String key = Folding.fold(name);
    if (key.isEmpty()) return List.of();
    String all = Arrays.stream(key.split(" ")).limit(8).map(word -> "'" + word + "'").collect(Collectors.joining(" & "));
    return db.sql("select " + OrganizationRow.COLUMNS + """
        from organizations.organization o
        where o.state <> 'refused' and (o.name_key = :key or o.search_words @@ cast(:all as tsquery))
        order by o.id
        """).param("key", key).param("all", all).query(OrganizationRow::read).list().stream()
        .filter(o -> Folding.fold(o.profile().nameAr()).equals(key) || o.profile().nameFr() instanceof String latin && Folding.fold(latin).equals(key)).toList();
  }

  /** The one verified organisation of each of these folded names; a name that several bear, or none, is left out. */
  public Map<String, OrganizationId> verifiedNamed(Collection<String> keys) {
    Map<String, OrganizationId> found = new HashMap<>();
    Set<String> several = new HashSet<>();
    db.sql("select id, name_key from organizations.organization where state = 'verified' and name_key = any(:keys)")
        .param("keys", keys.toArray(String[]::new)).query((row, n) -> {
          if (found.put(row.getString("name_key"), new OrganizationId(row.getLong("id"))) != null) several.add(row.getString("name_key"));
          return true;
        }).list();
    found.keySet().removeAll(several);
    for (String key : keys) {
      if (found.containsKey(key) || several.contains(key) || !key.chars().anyMatch(c -> c >= 'a' && c <= 'z')) continue;
      List<Organization> latin = named(key).stream().filter(Organization::verified).toList();
      if (latin.size() == 1) found.put(key, latin.getFirst().id());
    }
    return found;
  }

  /** Deletes an organisation that an import brought.
   *  @return false when something stands on it: it was verified or has members; where it runs opportunities the database refuses */
  @Transactional
  public boolean takeBack(OrganizationId id, long importId) {
    boolean untouched = db.sql("""
        select 1
        from organizations.organization o
        where o.id = :id and o.import_id = :import and o.state in ('draft', 'refused')
          and not exists (select from organizations.member m where m.organization_id = o.id)
        for update
        """).param("id", id.value()).param("import", importId).query(Integer.class).optional().isPresent();
    if (!untouched) return false;
    db.sql("delete from organizations.organization_field where organization_id = :id").param("id", id.value()).update();
    db.sql("delete from organizations.organization where id = :id").param("id", id.value()).update();
    return true;
  }
}
