package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts for circulars: a handful that the platform gives in three languages, and an organisation's own. */
@Component
public class Templates {

  /** So many may an organisation have. */
  public static final int MOST = 40;

  private static final List<String> GIVEN = List.of("reminder", "place", "time", "weather", "bring", "thanks");
  private static final String SELECT = "select id, label, title_ar, body_ar, title_fr, body_fr, title_en, body_en from messages.template ";

  private final JdbcClient db;
  private final Dictionary dictionary;
  private final Clock clock;

  Templates(JdbcClient db, Dictionary dictionary, Clock clock) {
    this.db = db;
    this.dictionary = dictionary;
    this.clock = clock;
  }

  /** Those that every organisation has, called as a reader of this language calls them. */
  public List<Template> given(Language language) {
    Words words = dictionary.in(language);
    return GIVEN.stream().map(code -> new Template("given-" + code, words.text("messages.given." + code), text(code))).toList();
  }

  private CircularText text(String code) {
    return new CircularText(in(Language.AR, code, ".title"), in(Language.AR, code, ".body"), in(Language.FR, code, ".title"), in(Language.FR, code, ".body"),
        in(Language.EN, code, ".title"), in(Language.EN, code, ".body"));
  }

  private String in(Language language, String code, String part) {
    return dictionary.in(language).text("messages.given." + code + part);
  }

  /** An organisation's own, by name. */
  public List<Template> own(OrganizationId organization) {
    return db.sql(SELECT + "where organization_id = :organization and removed_at is null order by label, id limit " + MOST).param("organization", organization.value())
        .query(Templates::read).list();
  }

  /** One that this organisation may use. */
  public Optional<Template> find(OrganizationId organization, String code, Language language) {
    if (!code.matches("own-[1-9][0-9]{0,17}")) return given(language).stream().filter(one -> one.code().equals(code)).findFirst();
    return db.sql(SELECT + "where organization_id = :organization and id = :id and removed_at is null").param("organization", organization.value())
        .param("id", Long.parseLong(code.substring(4))).query(Templates::read).optional();
  }

  /** Keeps a new one.
   *  @return false when there are too many, or one of this name */
  @Transactional
  public boolean add(AccountId by, OrganizationId organization, String label, CircularText text) {
    db.sql("select id from organizations.organization where id = :id for no key update").param("id", organization.value()).query(Long.class).single();
    if (own(organization).size() >= MOST) return false;
    return bound(db.sql("""
        insert into messages.template (organization_id, label, title_ar, body_ar, title_fr, body_fr, title_en, body_en, made_at, made_by)
        values (:organization, :label, :titleAr, :bodyAr, :titleFr, :bodyFr, :titleEn, :bodyEn, :now, :by)
        on conflict (organization_id, label) where removed_at is null do nothing
        """), text).param("organization", organization.value()).param("label", label).param("now", Sql.at(clock.instant())).param("by", by.value()).update() == 1;
  }

  /** Puts other words in the place of its own.
   *  @return false when another has this name, or it is gone */
  @Transactional
  public boolean change(OrganizationId organization, long id, String label, CircularText text) {
    return bound(db.sql("""
        update messages.template t set label = :label, title_ar = :titleAr, body_ar = :bodyAr, title_fr = :titleFr, body_fr = :bodyFr, title_en = :titleEn, body_en = :bodyEn
        where t.organization_id = :organization and t.id = :id and t.removed_at is null and not exists (
          select from messages.template o where o.organization_id = :organization and o.label = :label and o.id <> t.id and o.removed_at is null)
        """), text).param("organization", organization.value()).param("label", label).param("id", id).update() == 1;
  }

  /** @return false when it is gone, or another's */
  @Transactional
  public boolean remove(AccountId by, OrganizationId organization, long id) {
    return db.sql("update messages.template set removed_at = :now, removed_by = :by where organization_id = :organization and id = :id and removed_at is null")
        .param("now", Sql.at(clock.instant())).param("by", by.value()).param("organization", organization.value()).param("id", id).update() == 1;
  }

  /** Takes a removal back.
   *  @return false when it was not removed, or another has its name by now */
  @Transactional
  public boolean bringBack(OrganizationId organization, long id) {
    return db.sql("""
        update messages.template t set removed_at = null, removed_by = null
        where t.organization_id = :organization and t.id = :id and t.removed_at is not null and not exists (
          select from messages.template o where o.organization_id = :organization and o.label = t.label and o.removed_at is null)
        """).param("organization", organization.value()).param("id", id).update() == 1;
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, CircularText text) {
    return statement.param("titleAr", text.titleAr()).param("bodyAr", text.bodyAr()).param("titleFr", or(text.titleFr())).param("bodyFr", or(text.bodyFr()))
        .param("titleEn", or(text.titleEn())).param("bodyEn", or(text.bodyEn()));
  }

  private static @Nullable String or(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Template read(ResultSet row, int n) throws SQLException {
    List<String> texts = Stream.of("title_ar", "body_ar", "title_fr", "body_fr", "title_en", "body_en").map(column -> text(row, column)).toList();
    return new Template("own-" + row.getLong("id"), row.getString("label"), new CircularText(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4), texts.get(5)));
  }

  private static String text(ResultSet row, String column) {
    try {
      return Objects.requireNonNullElse(row.getString(column), "");
    } catch (SQLException e) {
      throw new IllegalStateException("no column " + column, e);
    }
  }
}
