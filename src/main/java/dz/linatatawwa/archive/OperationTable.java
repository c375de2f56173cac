package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.CampaignId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of operations. */
@Repository
class OperationTable {

  private static final int PAGE = 20;

  private static final String SELECT = """
      select o.id, o.title, o.about, o.first_day, o.last_day, o.precision, o.wilaya_code, o.commune_code, o.organization_id, o.organization_name, o.led_by,
        o.led_shown, o.field_code, o.activity_code, o.people, o.minutes, o.reason, o.grade, o.source, o.import_id, o.campaign_id, o.state, o.state_since,
        o.reason_code, o.reason_words, o.merged_into, o.entered_by, o.made_at, g.name_ar, g.name_fr,
        array(select u.unit || ' ' || u.quantity from archive.unit u where u.operation_id = o.id) as units,
        array(select p.url from archive.press p where p.operation_id = o.id order by p.ordinal) as press
      from archive.operation o
      left join organizations.public_organization g on g.id = o.organization_id
      """;

  private final JdbcClient db;
  private final Units unitList;

  OperationTable(JdbcClient db, Units unitList) {
    this.db = db;
    this.unitList = unitList;
  }

  OperationId insert(Told told, Operation.Source source, @Nullable CampaignId campaign, AccountId by, Instant now) {
    OperationId id = new OperationId(told(db.sql("""
        insert into archive.operation (title, about, first_day, last_day, precision, wilaya_code, commune_code, organization_id, organization_name, led_by,
          led_shown, field_code, activity_code, people, minutes, reason, source, campaign_id, state, state_since, entered_by, made_at, changed_at)
        values (:title, :about, :first, :last, :precision, :wilaya, :commune, :organization, :organizationName, :ledBy, :ledShown, :field, :activity, :people,
          :minutes, :reason, :source, :campaign, 'draft', :now, :by, :now, :now)
        returning id
        """), told).param("source", source.name().toLowerCase(Locale.ROOT)).param("campaign", campaign == null ? null : campaign.value())
        .param("by", by.value()).param("now", at(now)).query(Long.class).single());
    rest(id, told);
    return id;
  }

  /** Other words for the same operation. */
  void change(OperationId id, Told told, Instant now) {
    told(db.sql("""
        update archive.operation
        set title = :title, about = :about, first_day = :first, last_day = :last, precision = :precision, wilaya_code = :wilaya, commune_code = :commune,
          organization_id = :organization, organization_name = :organizationName, led_by = :ledBy, led_shown = :ledShown, field_code = :field,
          activity_code = :activity, people = :people, minutes = :minutes, reason = :reason, changed_at = :now
        where id = :id
        """), told).param("id", id.value()).param("now", at(now)).update();
    rest(id, told);
  }

  private static JdbcClient.StatementSpec told(JdbcClient.StatementSpec sql, Told told) {
    OrganizationId organization = told.organization();
    return sql.param("title", told.title()).param("about", orNull(told.about())).param("first", told.when().first()).param("last", told.when().last())
        .param("precision", told.when().precision().code()).param("wilaya", told.wilaya() == null ? null : told.wilaya().value())
        .param("commune", told.commune() == null ? null : told.commune().value()).param("organization", organization == null ? null : organization.value())
        .param("organizationName", organization == null ? orNull(told.organizationName()) : null).param("ledBy", orNull(told.ledBy()))
        .param("ledShown", told.ledShown()).param("field", told.field()).param("activity", told.activity()).param("people", told.people())
        .param("minutes", told.minutes()).param("reason", orNull(told.reason()));
  }

  private void rest(OperationId id, Told told) {
    db.sql("delete from archive.unit where operation_id = :id").param("id", id.value()).update();
    told.units().forEach((unit, quantity) -> db.sql("insert into archive.unit (operation_id, unit, quantity) values (:id, :unit, :quantity)")
        .param("id", id.value()).param("unit", unit.code()).param("quantity", quantity).update());
    db.sql("delete from archive.press where operation_id = :id").param("id", id.value()).update();
    for (int i = 0; i < told.press().size(); i++) {
      db.sql("insert into archive.press (operation_id, ordinal, url) values (:id, :ordinal, :url)").param("id", id.value()).param("ordinal", i)
          .param("url", told.press().get(i)).update();
    }
  }

  Optional<Operation> find(OperationId id) {
    return db.sql(SELECT + "where o.id = :id").param("id", id.value()).query(this::read).optional();
  }

  /** By their ids, in one query; those that do not exist are left out. */
  Map<OperationId, Operation> findAll(Collection<OperationId> ids) {
    Map<OperationId, Operation> found = new HashMap<>();
    if (ids.isEmpty()) return found;
    db.sql(SELECT + "where o.id = any(:ids)").param("ids", ids.stream().map(OperationId::value).toArray(Long[]::new)).query(this::read).list()
        .forEach(operation -> found.put(operation.id(), operation));
    return found;
  }

  /** Waits until nobody else changes it. */
  Optional<Operation> lock(OperationId id) {
    db.sql("select id from archive.operation where id = :id for update").param("id", id.value()).query(Long.class).optional();
    return find(id);
  }

  Optional<OperationId> ofCampaign(CampaignId campaign) {
    return db.sql("select id from archive.operation where campaign_id = :id").param("id", campaign.value()).query(Long.class).optional().map(OperationId::new);
  }

  Slice<Operation> of(OrganizationId organization, int page) {
    return page("o.organization_id = :who and o.state <> 'merged' and (o.source <> 'import' or o.state = 'published')", organization.value(), "o.first_day desc, o.id desc", page);
  }

  /** What somebody entered for no organisation of ours. */
  Slice<Operation> of(AccountId person, int page) {
    return page("o.entered_by = :who and o.source <> 'import' and o.organization_id is null", person.value(), "o.id desc", page);
  }

  private Slice<Operation> page(String where, long who, String order, int page) {
    long total = db.sql("select count(*) from archive.operation o where " + where).param("who", who).query(Long.class).single();
    List<Operation> rows = db.sql(SELECT + "where " + where + " order by " + order + " limit :size offset :skip")
        .param("who", who).param("size", PAGE).param("skip", (page - 1L) * PAGE).query(this::read).list();
    return new Slice<>(rows, page, PAGE, total);
  }

  void state(OperationId id, Operation.State state, @Nullable String code, @Nullable String words, Instant now) {
    db.sql("update archive.operation set state = :state, state_since = :now, reason_code = :code, reason_words = :words where id = :id")
        .param("state", state.code()).param("now", at(now)).param("code", code).param("words", words).param("id", id.value()).update();
  }

  void grade(OperationId id, boolean proved) {
    db.sql("update archive.operation set grade = :grade where id = :id").param("grade", proved ? "D" : "E").param("id", id.value()).update();
  }

  void merged(OperationId id, OperationId into, Instant now) {
    db.sql("update archive.operation set state = 'merged', state_since = :now, merged_into = :into where id = :id")
        .param("now", at(now)).param("into", into.value()).param("id", id.value()).update();
  }

  void parted(OperationId id, Instant now) {
    db.sql("update archive.operation set state = 'published', state_since = :now, merged_into = null where id = :id")
        .param("now", at(now)).param("id", id.value()).update();
  }

  /** Who leaves leaves what they entered for others; what nobody has looked at goes with them. */
  void left(AccountId person, Instant now) {
    db.sql("""
        update archive.operation set state = 'withdrawn', state_since = :now
        where entered_by = :person and source <> 'import' and organization_id is null and state in ('draft', 'waiting', 'refused', 'withheld')
        """).param("person", person.value()).param("now", at(now)).update();
    db.sql("update archive.operation set entered_by = null where entered_by = :person").param("person", person.value()).update();
    db.sql("update archive.picture set consent_by = null where consent_by = :person").param("person", person.value()).update();
  }

  /** What somebody entered for no organisation and the public does not see. What was merged stays, for it can be parted again. */
  List<OperationId> unseenOf(AccountId person) {
    return db.sql("""
        select id from archive.operation
        where entered_by = :person and source <> 'import' and organization_id is null and state in ('draft', 'waiting', 'refused', 'withdrawn', 'withheld')
        """).param("person", person.value()).query(Long.class).list().stream().map(OperationId::new).toList();
  }

  /** Takes the words out of an operation whose author leaves. */
  void empty(OperationId id) {
    db.sql("""
        update archive.operation
        set title = '———', about = null, organization_name = null, led_by = null, led_shown = false, reason = null, reason_words = null
        where id = :id
        """).param("id", id.value()).update();
    db.sql("delete from archive.press where operation_id = :id").param("id", id.value()).update();
    db.sql("update archive.picture set alt = '———' where operation_id = :id").param("id", id.value()).update();
  }

  /** Takes somebody's own name out of what they told. @return of how many operations */
  int leads(AccountId person, String name) {
    return db.sql("""
        update archive.operation set led_by = null, led_shown = false
        where entered_by = :person and source <> 'import' and lower(trim(led_by)) = lower(trim(:name))
        """).param("person", person.value()).param("name", name).update();
  }

  /** What somebody entered for no organisation and nobody has decided. */
  List<OperationId> waitingOf(AccountId person) {
    return db.sql("select id from archive.operation where entered_by = :person and source <> 'import' and organization_id is null and state = 'waiting'")
        .param("person", person.value()).query(Long.class).list().stream().map(OperationId::new).toList();
  }

  private Operation read(ResultSet row, int number) throws SQLException {
    String nameAr = row.getString("name_ar");
    String merged = row.getString("merged_into");
    Long entered = row.getObject("entered_by", Long.class);
    Long campaign = row.getObject("campaign_id", Long.class);
    return new Operation(new OperationId(row.getLong("id")), told(row), nameAr == null ? null : new LocalName(nameAr, row.getString("name_fr"), null),
        row.getString("grade").equals("D"), Operation.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)), row.getObject("import_id", Long.class),
        campaign == null ? null : new CampaignId(campaign), Operation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), instant(row, "state_since"),
        row.getString("reason_code"), row.getString("reason_words"), merged == null ? null : new OperationId(Long.parseLong(merged)),
        entered == null ? null : new AccountId(entered), instant(row, "made_at"));
  }

  private Told told(ResultSet row) throws SQLException {
    Long organization = row.getObject("organization_id", Long.class);
    String wilaya = row.getString("wilaya_code");
    String commune = row.getString("commune_code");
    Map<Unit, Long> units = new LinkedHashMap<>();
    for (String unit : (String[]) row.getArray("units").getArray()) {
      int space = unit.indexOf(' ');
      units.put(unitList.known(unit.substring(0, space)), Long.parseLong(unit.substring(space + 1)));
    }
    List<String> press = new ArrayList<>(List.of((String[]) row.getArray("press").getArray()));
    return new Told(row.getString("title"), orEmpty(row.getString("about")),
        new When(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class), When.Precision.of(row.getString("precision"))),
        wilaya == null ? null : new WilayaCode(wilaya), commune == null ? null : new CommuneCode(commune),
        organization == null ? null : new OrganizationId(organization), orEmpty(row.getString("organization_name")), orEmpty(row.getString("led_by")),
        row.getBoolean("led_shown"), row.getString("field_code"), row.getString("activity_code"), row.getObject("people", Integer.class),
        row.getObject("minutes", Long.class), orEmpty(row.getString("reason")), units, press);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
