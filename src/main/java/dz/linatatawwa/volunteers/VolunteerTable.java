package dz.linatatawwa.volunteers;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of volunteers. */
@Repository
class VolunteerTable {

  private static final String SELECT = """
      select id, name, code, birth_year, audience, wilaya_code, commune_code, about, languages, skills, fields, availability, joined_at
      from volunteers.public_volunteer
      """;

  private final JdbcClient db;

  VolunteerTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Volunteer> find(AccountId id) {
    return db.sql(SELECT + "where id = :id and closed_at is null").param("id", id.value()).query(VolunteerTable::read).optional();
  }

  Optional<Volunteer> byCode(String code) {
    return db.sql(SELECT + "where code = :code and closed_at is null").param("code", code).query(VolunteerTable::read).optional();
  }

  Optional<Volunteer> byContact(String contact) {
    return db.sql(SELECT + "where (phone = :contact or email = :contact) and closed_at is null").param("contact", contact)
        .query(VolunteerTable::read).optional();
  }

  /** A person's year of birth, and whether a guardian agreed. */
  record Aged(long id, int birthYear, boolean consented) {}

  List<Aged> aged(Collection<Long> ids) {
    return db.sql("""
        select v.account_id as id, v.birth_year,
               volunteers.agreed(v.account_id, 'take-part') > 0 as consented
        from volunteers.volunteer v where v.account_id in (:ids)
        """).param("ids", ids).query(Aged.class).list().stream().map(Objects::requireNonNull).toList();
  }

  /** Adds the person once; a second call changes nothing. */
  void add(AccountId id, int birthYear, WilayaCode wilaya, CommuneCode commune) {
    db.sql("""
        insert into volunteers.volunteer (account_id, code, birth_year, wilaya_code, commune_code)
        values (:id, nextval('volunteers.code'), :birthYear, :wilaya, :commune)
        on conflict (account_id) do nothing
        """)
        .param("id", id.value()).param("birthYear", birthYear).param("wilaya", wilaya.value()).param("commune", commune.value())
        .update();
  }

  void change(AccountId id, Profile profile) {
    db.sql("""
        update volunteers.volunteer
        set audience = :audience, wilaya_code = :wilaya, commune_code = :commune, about = :about, languages = :languages::text[],
            skills = :skills::text[], fields = :fields::text[], availability = :availability::text[], sex = :sex, education = :education
        where account_id = :id
        """)
        .param("id", id.value()).param("audience", profile.audience().map(Audience::code).orElse(null))
        .param("wilaya", profile.wilaya().value()).param("commune", profile.commune().value()).param("about", profile.about())
        .param("languages", array(profile.languages(), SpokenLanguage::code)).param("skills", array(profile.skills(), Skill::code))
        .param("fields", array(profile.fields(), Function.identity()))
        .param("availability", array(profile.availability(), Availability::code))
        .param("sex", profile.forFigures().sex().map(Sex::code).orElse(null))
        .param("education", profile.forFigures().education().map(Education::code).orElse(null))
        .update();
  }

  ForFigures forFigures(AccountId id) {
    return db.sql("select sex, education from volunteers.statistical where id = :id").param("id", id.value())
        .query((row, number) -> new ForFigures(Optional.ofNullable(row.getString("sex")).flatMap(Sex::of),
            Optional.ofNullable(row.getString("education")).flatMap(Education::of))).optional().orElse(new ForFigures(Optional.empty(), Optional.empty()));
  }

  private static <T> String array(Set<T> values, Function<T, String> code) {
    return values.stream().map(code).sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private static Volunteer read(ResultSet row, int number) throws SQLException {
    return new Volunteer(new AccountId(row.getLong("id")), row.getString("name"), row.getString("code"), row.getInt("birth_year"),
        Optional.ofNullable(row.getString("audience")).flatMap(Audience::of), new WilayaCode(row.getString("wilaya_code")),
        new CommuneCode(row.getString("commune_code")), Optional.ofNullable(row.getString("about")).orElse(""),
        set(row.getArray("languages"), SpokenLanguage::of), set(row.getArray("skills"), Skill::of),
        set(row.getArray("fields"), Optional::of), set(row.getArray("availability"), Availability::of),
        row.getTimestamp("joined_at").toInstant());
  }

  private static <T> Set<T> set(Array array, Function<String, Optional<T>> value) throws SQLException {
    List<String> codes = Arrays.asList((String[]) array.getArray());
    return codes.stream().map(value).flatMap(Optional::stream).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  Set<AccountId> bornAfter(Collection<AccountId> people, int year) {
    return db.sql("""
        select v.account_id from volunteers.volunteer v
        where v.account_id = any(:people) and v.birth_year > :year
        """).param("people", people.stream().map(AccountId::value).toArray(Long[]::new)).param("year", year)
        .query((row, number) -> new AccountId(row.getLong("account_id"))).set();
  }
}
