package dz.linatatawwa.organizations;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.Looks;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of organisations. */
@Component
class OrganizationTable {

  private static final int PAGE = 24;
  /** From which share of equal letters a supervisor is told. */
  private static final double ALIKE = 0.75;

  private final JdbcClient db;

  OrganizationTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Organization> find(OrganizationId id) {
    return db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where o.id = :id").param("id", id.value())
        .query(OrganizationRow::read).optional();
  }

  Map<OrganizationId, Organization> findAll(Collection<OrganizationId> ids) {
    if (ids.isEmpty()) return Map.of();
    return db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where o.id = any(:ids)")
        .param("ids", ids.stream().map(OrganizationId::value).toArray(Long[]::new))
        .query(OrganizationRow::read).list().stream().collect(Collectors.toMap(Organization::id, Function.identity()));
  }

  /** Nobody changes the state before this transaction ends. */
  Optional<OrganizationState> stateForShare(OrganizationId id) {
    return db.sql("select state from organizations.organization where id = :id for share").param("id", id.value())
        .query(String.class).optional().flatMap(OrganizationState::of);
  }

  /** Waits until nobody else changes it. */
  Optional<Organization> lock(OrganizationId id) {
    return db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where o.id = :id for update").param("id", id.value())
        .query(OrganizationRow::read).optional();
  }

  OrganizationId insert(Profile profile, OrganizationState state, @Nullable AccountId by, @Nullable Long importId) {
    OrganizationId id = new OrganizationId(db.sql("""
        insert into organizations.organization (kind, name_ar, name_fr, name_key, search_words, look_ar, look_fr, scope, receipt_number, receipt_date,
            receipt_authority, wilaya_code, commune_code, address, about, phone, email, website, president, mandate_ends,
            registered_by, state, verified_at, import_id)
        values (:kind, :nameAr, :nameFr, :nameKey, array_to_tsvector(:searchWords), :lookAr, :lookFr, :scope, :receiptNumber, :receiptDate,
            :receiptAuthority, :wilaya, :commune, :address, :about, :phone, :email, :website, :president, :mandateEnds,
            :by, :state, case when :state = 'verified' then now() end, :import)
        returning id
        """)
        .params(values(profile)).param("by", by == null ? null : by.value()).param("state", state.code()).param("import", importId)
        .query(Long.class).single());
    setFields(id, profile.fields());
    return id;
  }

  void update(OrganizationId id, Profile profile) {
    db.sql("""
        update organizations.organization
        set kind = :kind, name_ar = :nameAr, name_fr = :nameFr, name_key = :nameKey, search_words = array_to_tsvector(:searchWords), look_ar = :lookAr, look_fr = :lookFr, scope = :scope,
            receipt_number = :receiptNumber, receipt_date = :receiptDate, receipt_authority = :receiptAuthority,
            wilaya_code = :wilaya, commune_code = :commune, address = :address, about = :about, phone = :phone, email = :email,
            website = :website, president = :president, mandate_ends = :mandateEnds
        where id = :id
        """).params(values(profile)).param("id", id.value()).update();
    setFields(id, profile.fields());
  }

  /** @param by who brought it there; null: nobody whose decision it is */
  void setState(OrganizationId id, OrganizationState state, @Nullable String code, @Nullable String reason, @Nullable AccountId by, Instant now) {
    db.sql("""
        update organizations.organization
        set state = :state, state_since = :now, state_code = :code, state_reason = :reason, state_by = :by,
            verified_at = case when :state = 'verified' then coalesce(verified_at, :now) else verified_at end
        where id = :id
        """).param("state", state.code()).param("code", code).param("reason", reason)
        .param("by", by == null ? null : by.value(), java.sql.Types.BIGINT).param("now", OrganizationRow.at(now)).param("id", id.value()).update();
  }

  /** Who brought it into its state, where somebody did and is known. */
  Optional<AccountId> stateBy(OrganizationId id) {
    return db.sql("""
        select by from (select coalesce(o.state_by, (
            select a.actor from supervision.audit a
            where a.object_kind = 'organization' and a.object_id = cast(o.id as text) and a.deed in ('organization.refused', 'organization.suspended')
            order by a.at desc limit 1)) as by
          from organizations.organization o where o.id = :id) found
        where by is not null
        """).param("id", id.value()).query(Long.class).optional().map(AccountId::new);
  }

  void move(OrganizationId id, Seat seat) {
    db.sql("update organizations.organization set wilaya_code = :wilaya, commune_code = :commune, address = :address where id = :id")
        .param("wilaya", seat.wilaya().value()).param("commune", seat.commune().value()).param("address", seat.address()).param("id", id.value()).update();
  }

  void setLogo(OrganizationId id, @Nullable FileId logo) {
    db.sql("update organizations.organization set logo = :logo where id = :id")
        .param("logo", logo == null ? null : logo.value()).param("id", id.value()).update();
  }

  void answersIn(OrganizationId id, int minutes) {
    db.sql("update organizations.organization set answer_minutes = :minutes where id = :id")
        .param("minutes", minutes).param("id", id.value()).update();
  }

  List<Membership> ofMember(AccountId person) {
    return db.sql("select " + OrganizationRow.COLUMNS + """
        , m.role, m.since
        from organizations.member m
        join organizations.organization o on o.id = m.organization_id
        where m.account_id = :person and m.ended_at is null
        order by o.name_key, o.id
        """).param("person", person.value())
        .query((row, number) -> new Membership(OrganizationRow.read(row, number), Role.of(row.getString("role")).orElseThrow(),
            OrganizationRow.instant(row, "since"))).list();
  }

  Slice<Organization> search(OrganizationSearch search, int page) {
    StringBuilder where = new StringBuilder("o.state = 'verified'");
    Map<String, Object> values = new HashMap<>();
    String words = search.words() == null ? "" : Folding.fold(search.words());
    int number = 0;
    for (String word : words.split(" ")) {
      if (word.isEmpty() || ++number > 8) continue;
      where.append(" and o.search_words @@ cast(:word").append(number).append(" as tsquery)");
      values.put("word" + number, NameWords.asked(word));
    }
    narrow(where, values, "wilaya", "o.wilaya_code = :wilaya", search.wilaya() == null ? null : search.wilaya().value());
    narrow(where, values, "commune", "o.commune_code = :commune", search.commune() == null ? null : search.commune().value());
    narrow(where, values, "kind", "o.kind = :kind", search.kind() == null ? null : search.kind().code());
    narrow(where, values, "field",
        "exists (select from organizations.organization_field f where f.organization_id = o.id and f.field_code = :field)", search.field());
    long total = db.sql("select count(*) from organizations.organization o where " + where).params(values).query(Long.class).single();
    List<Organization> rows = db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where " + where
            + " order by o.name_key, o.id limit :size offset :skip")
        .params(values).param("size", PAGE).param("skip", (long) (page - 1) * PAGE).query(OrganizationRow::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  List<Organization> verified(@Nullable WilayaCode wilaya, long before, int most) {
    StringBuilder where = new StringBuilder("o.state = 'verified' and o.id < :before");
    Map<String, Object> values = new HashMap<>(Map.of("before", before, "most", most));
    narrow(where, values, "wilaya", "o.wilaya_code = :wilaya", wilaya == null ? null : wilaya.value());
    return db.sql("select " + OrganizationRow.COLUMNS + " from organizations.organization o where " + where + " order by o.id desc limit :most")
        .params(values).query(OrganizationRow::read).list();
  }

  /** Those that look the same in either name whatever letters they are written with, and those that share long words and most letters. */
  List<Organization> lookAlikes(Organization organization) {
    Profile profile = organization.profile();
    return db.sql("select " + OrganizationRow.COLUMNS + """
        from organizations.organization o
        where (o.look_ar = :lookAr or o.look_fr = :lookFr or o.search_words @@ cast(:any as tsquery)) and o.id <> :id and o.state <> 'draft'
        order by (o.look_ar = :lookAr or o.look_fr = :lookFr) is not true, o.id
        limit 1000
        """).param("lookAr", Looks.of(profile.nameAr())).param("lookFr", look(profile.nameFr()))
        .param("any", NameWords.any(Folding.fold(profile.nameAr()))).param("id", organization.id().value()).query(OrganizationRow::read).list().stream()
        .filter(other -> likeness(profile, other.profile()) >= ALIKE)
        .sorted(Comparator.comparingDouble((Organization other) -> -likeness(profile, other.profile())))
        .limit(5).toList();
  }

  private static double likeness(Profile one, Profile other) {
    if (Looks.of(one.nameAr()).equals(Looks.of(other.nameAr()))) return 1;
    String french = look(one.nameFr());
    if (french != null && french.equals(look(other.nameFr()))) return 1;
    return NameWords.likeness(Folding.fold(one.nameAr()), Folding.fold(other.nameAr()));
  }

  /** A name that was not given, or that has neither letters nor digits, looks like nothing. */
  private static @Nullable String look(@Nullable String name) {
    String look = name == null ? "" : Looks.of(name);
    return look.isEmpty() ? null : look;
  }

  /** Rows that came in past this class, or before looks were kept, lack what the list and the comparison find them by. */
  void writeMissingWords() {
    List<Named> lacking = db.sql("select id, name_ar, name_fr from organizations.organization where search_words = '' or look_ar is null")
        .query((row, number) -> new Named(row.getLong("id"), row.getString("name_ar"), row.getString("name_fr"))).list();
    db.sql("""
        update organizations.organization o
        set search_words = named.words, look_ar = named.look_ar, look_fr = named.look_fr
        from unnest(cast(:ids as bigint[]), cast(:words as tsvector[]), cast(:looksAr as text[]), cast(:looksFr as text[])) as named (id, words, look_ar, look_fr)
        where o.id = named.id
        """).param("ids", lacking.stream().map(Named::id).toArray(Long[]::new))
        .param("words", lacking.stream().map(named -> NameWords.vector(named.names())).toArray(String[]::new))
        .param("looksAr", lacking.stream().map(named -> Looks.of(named.nameAr)).toArray(String[]::new))
        .param("looksFr", lacking.stream().map(named -> look(named.nameFr)).toArray(String[]::new)).update();
  }

  private record Named(long id, String nameAr, @Nullable String nameFr) {

    String names() {
      return nameAr + " " + (nameFr == null ? "" : nameFr);
    }
  }

  private static void narrow(StringBuilder where, Map<String, Object> values, String name, String condition, @Nullable String value) {
    if (value == null) return;
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  private void setFields(OrganizationId id, List<String> fields) {
    db.sql("delete from organizations.organization_field where organization_id = :id and field_code <> all(:fields)")
        .param("id", id.value()).param("fields", fields.toArray(String[]::new)).update();
    db.sql("""
        insert into organizations.organization_field (organization_id, field_code)
        select :id, unnest(:fields)
        on conflict do nothing
        """).param("id", id.value()).param("fields", fields.toArray(String[]::new)).update();
  }

  private static Map<String, Object> values(Profile profile) {
    Map<String, Object> values = new HashMap<>();
    values.put("kind", profile.kind().code());
    values.put("nameAr", profile.nameAr());
    values.put("nameFr", profile.nameFr());
    values.put("lookAr", Looks.of(profile.nameAr()));
    values.put("lookFr", look(profile.nameFr()));
    values.put("nameKey", Folding.fold(profile.nameAr()));
    values.put("searchWords", NameWords.kept(profile.nameAr() + " " + (profile.nameFr() == null ? "" : profile.nameFr())));
    values.put("scope", profile.scope().code());
    values.put("receiptNumber", profile.receipt().number());
    values.put("receiptDate", profile.receipt().date());
    values.put("receiptAuthority", profile.receipt().authority() == null ? null : profile.receipt().authority().code());
    values.put("wilaya", profile.seat().wilaya().value());
    values.put("commune", profile.seat().commune().value());
    values.put("address", profile.seat().address());
    values.put("about", profile.about());
    values.put("phone", profile.reach().phone());
    values.put("email", profile.reach().email());
    values.put("website", profile.reach().website());
    values.put("president", profile.president());
    values.put("mandateEnds", profile.mandateEnds());
    return values;
  }
}
