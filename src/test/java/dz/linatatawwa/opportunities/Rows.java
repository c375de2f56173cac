package dz.linatatawwa.opportunities;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that the tests of this room stand on: a few places, organisations, opportunities. */
final class Rows {

  private final JdbcClient db;

  Rows(JdbcClient db) {
    this.db = db;
    db.sql("""
        insert into places.wilaya (code, name_ar, name_fr, name_en, created, legal_basis, code_58, code_48, lat, lon)
        values ('16', 'الجزائر', 'Alger', 'Algiers', 1974, '-', '16', '16', 36.75, 3.06), ('19', 'سطيف', 'Sétif', 'Sétif', 1974, '-', '19', '19', 36.19, 5.41)
        on conflict do nothing
        """).update();
    db.sql("""
        insert into places.commune (code, wilaya_code, code_58, code_48, name_ar, name_fr, lat, lon, position)
        values ('1601', '16', '16', '16', 'الجزائر الوسطى', 'Alger Centre', 36.77, 3.05, 'ok'), ('1901', '19', '19', '19', 'سطيف', 'Sétif', 36.19, 5.41, 'ok'),
               ('1920', '19', '19', '19', 'العلمة', 'El Eulma', 36.15, 5.69, 'ok')
        on conflict do nothing
        """).update();
    db.sql("""
        insert into taxonomy.field (code, name_ar, name_fr, name_en, icnpo_1996, icnp_tso_2018, icnp_tso_section, sort)
        values ('ENV', 'البيئة والتشجير والنظافة', 'Environnement, reboisement et propreté', 'Environment', '5100', 'E', 'E', 1),
               ('EDU', 'التعليم والدعم المدرسي ومحو الأمية', 'Éducation, soutien scolaire et alphabétisation', 'Education', '2300', 'B', 'B', 10)
        on conflict do nothing
        """).update();
  }

  OrganizationId organization(String nameAr, String nameFr, String state) {
    return new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, scope, wilaya_code, commune_code, state)
        values ('association', :ar, :fr, :ar, 'wilaya', '19', '1901', :state) returning id
        """).param("ar", nameAr).param("fr", nameFr).param("state", state).query(Long.class).single());
  }

  /** @param where the code of a commune; empty: remote */
  OpportunityId opportunity(OrganizationId organization, String title, String field, String where) {
    return opportunity(organization, title, field, where, Map.of());
  }

  OpportunityId opportunity(OrganizationId organization, String title, String field, String where, Map<String, Object> more) {
    Map<String, Object> values = new HashMap<>(Map.of("audiences", new String[0], "age", 16, "state", "published", "summary", "", "description", ""));
    values.putAll(more);
    return new OpportunityId(db.sql("""
        insert into opportunities.opportunity (organization_id, title, summary, description, field_code, wilaya_code, commune_code, remote, audiences, min_age,
            state, published_at)
        values (:organization, :title, :summary, :description, :field, nullif(left(:commune, 2), ''), nullif(:commune, ''), :commune = '', :audiences, :age,
            :state, now()) returning id
        """).param("organization", organization.value()).param("title", title).param("field", field).param("commune", where).params(values)
        .query(Long.class).single());
  }

  ShiftId shift(OpportunityId opportunity, Instant from, int hours, int capacity) {
    return new ShiftId(db.sql("""
        insert into opportunities.shift (opportunity_id, starts_at, ends_at, capacity)
        values (:opportunity, :from, :to, :capacity) returning id
        """).param("opportunity", opportunity.value()).param("from", java.sql.Timestamp.from(from))
        .param("to", java.sql.Timestamp.from(from.plus(hours, ChronoUnit.HOURS))).param("capacity", capacity).query(Long.class).single());
  }

  /** Eight in the morning of a day to come, in Algeria. */
  static Instant inDays(int days) {
    return LocalDate.now(Words.ZONE).plusDays(days).atTime(8, 0).atZone(Words.ZONE).toInstant();
  }
}
