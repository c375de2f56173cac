package dz.linatatawwa.partnerships;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of partners and of who acts for them. */
@Component
class PartnerTable {

  private static final int PAGE = 24;
  private static final String COLUMNS = "p.id, p.kind, p.name_ar, p.name_fr, p.wilaya_code, p.organization_id, p.about, p.website, p.public_since";
  private static final String BY_ROLE = "array_position(array['owner', 'manager', 'counter'], role), since, account_id";
  private static final String FOUND = """
      p.public_since is not null
      and (cast(:key as text) is null or p.name_key like '%' || :key || '%')
      and (cast(:kind as text) is null or p.kind = :kind)
      and (cast(:wilaya as text) is null or p.wilaya_code = :wilaya)
      and exists (select 1 from partnerships.active_agreement a where a.partner_id = p.id and :today between a.from_day and a.to_day)
      """;

  private final JdbcClient db;

  PartnerTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Partner> find(PartnerId id) {
    return db.sql("select " + COLUMNS + " from partnerships.partner p where p.id = :id").param("id", id.value()).query(PartnerTable::read).optional();
  }

  Optional<Partner> named(String name) {
    return db.sql("select " + COLUMNS + " from partnerships.partner p where p.name_ar = :name or p.name_fr = :name order by p.id limit 1").param("name", name)
        .query(PartnerTable::read).optional();
  }

  Map<PartnerId, Partner> findAll(Collection<PartnerId> ids) {
    if (ids.isEmpty()) return Map.of();
    return db.sql("select " + COLUMNS + " from partnerships.partner p where p.id = any(:ids)").param("ids", ids.stream().map(PartnerId::value).toArray(Long[]::new))
        .query(PartnerTable::read).list().stream().collect(Collectors.toMap(Partner::id, Function.identity()));
  }

  Slice<Partner> search(PartnerSearch search, LocalDate today, int page) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("key", search.words() == null ? null : Folding.fold(search.words()).replace("%", "").replace("_", ""));
    values.put("kind", search.kind() == null ? null : search.kind().code());
    values.put("wilaya", search.wilaya() == null ? null : search.wilaya().value());
    values.put("today", today);
    long total = db.sql("select count(*) from partnerships.partner p where " + FOUND).params(values).query(Long.class).single();
    List<Partner> rows = db.sql("select " + COLUMNS + " from partnerships.partner p where " + FOUND + " order by p.name_key, p.id limit :size offset :skip")
        .params(values).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(PartnerTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** The partners of some wilayas, public or not, by name. */
  Slice<Partner> overseen(Territory territory, @Nullable String words, int page) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("key", words == null ? null : Folding.fold(words).replace("%", "").replace("_", ""));
    values.put("nation", territory.nation());
    values.put("wilayas", territory.wilayas().stream().map(WilayaCode::value).toArray(String[]::new));
    String where = " where (:nation or p.wilaya_code = any(:wilayas)) and (cast(:key as text) is null or p.name_key like '%' || :key || '%')";
    long total = db.sql("select count(*) from partnerships.partner p" + where).params(values).query(Long.class).single();
    List<Partner> rows = db.sql("select " + COLUMNS + " from partnerships.partner p" + where + " order by p.name_key, p.id limit :size offset :skip")
        .params(values).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(PartnerTable::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  /** @return nothing when another partner is the same organisation */
  Optional<PartnerId> insert(PartnerProfile profile, AccountId by, Instant now) {
    return db.sql("""
        insert into partnerships.partner (kind, name_ar, name_fr, name_key, wilaya_code, organization_id, about, website, made_at, made_by)
        values (:kind, :nameAr, :nameFr, :key, :wilaya, :organization, :about, :website, :now, :by)
        on conflict (organization_id) do nothing
        returning id
        """).params(values(profile)).param("now", at(now)).param("by", by.value()).query(Long.class).optional().map(PartnerId::new);
  }

  void update(PartnerId id, PartnerProfile profile) {
    db.sql("""
        update partnerships.partner
        set kind = :kind, name_ar = :nameAr, name_fr = :nameFr, name_key = :key, wilaya_code = :wilaya, organization_id = :organization,
            about = :about, website = :website
        where id = :id
        """).params(values(profile)).param("id", id.value()).update();
  }

  private static Map<String, @Nullable Object> values(PartnerProfile profile) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("kind", profile.kind().code());
    values.put("nameAr", profile.nameAr());
    values.put("nameFr", profile.nameFr());
    values.put("key", Folding.fold(profile.nameAr() + " " + (profile.nameFr() == null ? "" : profile.nameFr())));
    values.put("wilaya", profile.wilaya().value());
    values.put("organization", profile.organization() == null ? null : profile.organization().value());
    values.put("about", profile.about());
    values.put("website", profile.website());
    return values;
  }

  Optional<PartnerRole> role(AccountId person, PartnerId id) {
    return db.sql("select role from partnerships.member where partner_id = :id and account_id = :person and ended_at is null")
        .param("id", id.value()).param("person", person.value()).query(String.class).optional().flatMap(PartnerRole::of);
  }

  List<AccountId> managers(PartnerId id) {
    return db.sql("select account_id from partnerships.member where partner_id = :id and ended_at is null and role in ('owner', 'manager') order by " + BY_ROLE)
        .param("id", id.value()).query(Long.class).list().stream().map(AccountId::new).toList();
  }

  List<Partner> ofMember(AccountId person) {
    return db.sql("select " + COLUMNS + """
         from partnerships.member m
        join partnerships.partner p on p.id = m.partner_id
        where m.account_id = :person and m.ended_at is null
        order by p.name_key, p.id
        """).param("person", person.value()).query(PartnerTable::read).list();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atZone(Words.ZONE).toOffsetDateTime();
  }

  private static Partner read(ResultSet row, int number) throws SQLException {
    Long organization = row.getObject("organization_id", Long.class);
    OffsetDateTime shown = row.getObject("public_since", OffsetDateTime.class);
    return new Partner(new PartnerId(row.getLong("id")), PartnerKind.of(row.getString("kind")).orElseThrow(), row.getString("name_ar"), row.getString("name_fr"),
        new WilayaCode(row.getString("wilaya_code")), organization == null ? null : new OrganizationId(organization), row.getString("about"),
        row.getString("website"), shown == null ? null : shown.toInstant());
  }
}
