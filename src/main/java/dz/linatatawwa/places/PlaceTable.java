package dz.linatatawwa.places;

import dz.linatatawwa.language.LocalName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of places: read once, when the platform starts. */
@Component
class PlaceTable {

  private final JdbcClient db;

  PlaceTable(JdbcClient db) {
    this.db = db;
  }

  /** One way to write a place.
   *  @param commune null when the wilaya itself is meant */
  record Spelling(String folded, WilayaCode wilaya, @Nullable CommuneCode commune) {}

  List<Wilaya> wilayas() {
    return db.sql("""
        select code, name_ar, name_fr, nullif(name_en, name_fr) as name_en, name_ber, mother_code, code_58, code_48, lat, lon
        from places.wilaya
        order by code
        """).query((row, i) -> new Wilaya(new WilayaCode(row.getString("code")), name(row, row.getString("name_en")), row.getString("name_ber"),
            row.getString("mother_code") == null ? null : new WilayaCode(row.getString("mother_code")),
            new WilayaCode(row.getString("code_58")), new WilayaCode(row.getString("code_48")), point(row))).list();
  }

  List<Daira> dairas() {
    return db.sql("""
        select id, wilaya_code, coalesce(name_ar, name_fr) as name_ar, name_fr
        from places.daira
        order by id
        """).query((row, i) -> new Daira(row.getInt("id"), new WilayaCode(row.getString("wilaya_code")), name(row, null))).list();
  }

  List<Commune> communes() {
    return db.sql("""
        select code, wilaya_code, code_58, code_48, daira_id, name_ar, name_fr, postal_code, lat, lon, position
        from places.commune
        order by code
        """).query((row, i) -> new Commune(new CommuneCode(row.getString("code")), new WilayaCode(row.getString("wilaya_code")),
            new WilayaCode(row.getString("code_58")), new WilayaCode(row.getString("code_48")), row.getInt("daira_id"), name(row, null),
            row.getString("postal_code"), point(row), !row.getString("position").equals("suspect"))).list();
  }

  List<Spelling> spellings() {
    return db.sql("""
        select folded, wilaya_code, commune_code
        from places.spelling
        order by wilaya_code, commune_code nulls first, folded
        """).query((row, i) -> new Spelling(row.getString("folded"), new WilayaCode(row.getString("wilaya_code")),
            row.getString("commune_code") == null ? null : new CommuneCode(row.getString("commune_code")))).list();
  }

  private static LocalName name(ResultSet row, @Nullable String english) throws SQLException {
    return new LocalName(row.getString("name_ar"), row.getString("name_fr"), english);
  }

  private static Point point(ResultSet row) throws SQLException {
    return new Point(row.getDouble("lat"), row.getDouble("lon"));
  }
}
