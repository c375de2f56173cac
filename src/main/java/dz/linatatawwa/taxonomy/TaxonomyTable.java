package dz.linatatawwa.taxonomy;

import dz.linatatawwa.language.LocalName;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of fields and activities: read once, when the platform starts. */
@Component
class TaxonomyTable {

  private final JdbcClient db;

  TaxonomyTable(JdbcClient db) {
    this.db = db;
  }

  List<Field> fields() {
    return db.sql("""
        select code, name_ar, name_fr, name_en, icnpo_1996, icnp_tso_2018, sdg
        from taxonomy.field
        order by sort
        """).query((row, i) -> new Field(row.getString("code"), new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")),
            row.getString("icnpo_1996"), row.getString("icnp_tso_2018"), row.getString("sdg"))).list();
  }

  List<Activity> activities() {
    return db.sql("""
        select code, field_code, name_ar, name_fr, name_en, isco_08
        from taxonomy.activity
        order by code
        """).query((row, i) -> new Activity(row.getString("code"), row.getString("field_code"),
            new LocalName(row.getString("name_ar"), row.getString("name_fr"), row.getString("name_en")), row.getString("isco_08"))).list();
  }
}
