package dz.linatatawwa.opportunities;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.CommuneCode;
import dz.linatatawwa.places.WilayaCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of opportunities, read. */
@Repository
class OpportunityTable {

  private static final String COLUMNS = """
      id, organization_id, campaign_id, title, summary, description, field_code, activity_code, wilaya_code, commune_code, address, lat, lon,
      remote, audiences, min_age, bring, access, skills, answer, nature, grace_minutes, state, made_at, published_at, ended_at, cancel_reason
      """;

  private final JdbcClient db;

  OpportunityTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Opportunity> find(OpportunityId id) {
    return db.sql("select " + COLUMNS + " from opportunities.opportunity where id = :id").param("id", id.value())
        .query((row, n) -> opportunity(row)).optional();
  }

  List<Opportunity> published(Opportunities.Narrowed narrowed, long before, int most) {
    Map<String, Object> values = new HashMap<>(Map.of("before", before, "most", most));
    StringBuilder where = new StringBuilder();
    narrow(where, values, "wilaya", "wilaya_code = :wilaya", narrowed.wilaya());
    narrow(where, values, "field", "field_code = :field", narrowed.field());
    narrow(where, values, "organization", "organization_id = :organization", narrowed.organization());
    narrow(where, values, "campaign", "campaign_id = :campaign", narrowed.campaign());
    return db.sql("select " + COLUMNS + """
        from opportunities.opportunity o
        where state = 'published' and id < :before
          and exists (select from organizations.public_organization g where g.id = o.organization_id and g.state = 'verified')
        """ + where + " order by id desc limit :most").params(values).query((row, n) -> opportunity(row)).list();
  }

  List<Opportunity> own(OrganizationId organization, @Nullable State state, long before, int most) {
    Map<String, Object> values = new HashMap<>(Map.of("organization", organization.value(), "before", before, "most", most));
    StringBuilder where = new StringBuilder();
    narrow(where, values, "state", "state = :state", state == null ? null : state.code());
    return db.sql("select " + COLUMNS + " from opportunities.opportunity where organization_id = :organization and id < :before" + where
        + " order by id desc limit :most").params(values).query((row, n) -> opportunity(row)).list();
  }

  private static void narrow(StringBuilder where, Map<String, Object> values, String name, String condition, @Nullable Object value) {
    if (value == null) return;
    where.append(" and ").append(condition);
    values.put(name, value);
  }

  /** The opportunity, held until the transaction ends. */
  Optional<Opportunity> lock(OpportunityId id) {
    return db.sql("select " + COLUMNS + " from opportunities.opportunity where id = :id for update").param("id", id.value())
        .query((row, n) -> opportunity(row)).optional();
  }

  /** Whether somebody was there in any of its shifts: then what it is cannot be changed any more. */
  boolean visited(OpportunityId id) {
    return db.sql("select exists (select from opportunities.visited where opportunity_id = :id)").param("id", id.value()).query(Boolean.class).single();
  }

  /** Only of a campaign that the public may see. */
  @Nullable String campaignTitle(CampaignId campaign) {
    return db.sql("select title from opportunities.campaign where id = :id and state not in ('draft', 'withheld')").param("id", campaign.value())
        .query(String.class).optional().orElse(null);
  }

  private static Opportunity opportunity(ResultSet row) throws SQLException {
    Long campaign = number(row, "campaign_id");
    String wilaya = row.getString("wilaya_code");
    String commune = row.getString("commune_code");
    return new Opportunity(new OpportunityId(row.getLong("id")), new OrganizationId(row.getLong("organization_id")),
        campaign == null ? null : new CampaignId(campaign), row.getString("title"), row.getString("summary"), row.getString("description"),
        row.getString("field_code"), row.getString("activity_code"), wilaya == null ? null : new WilayaCode(wilaya),
        commune == null ? null : new CommuneCode(commune), row.getString("address"), row.getObject("lat", Double.class),
        row.getObject("lon", Double.class), row.getBoolean("remote"), Set.copyOf(strings(row, "audiences")), row.getInt("min_age"),
        row.getString("bring"), row.getString("access"), strings(row, "skills"), Opportunity.Answer.of(row.getString("answer")),
        Nature.of(row.getString("nature")).orElseThrow(),
        row.getInt("grace_minutes"), State.of(row.getString("state")), row.getTimestamp("made_at").toInstant(), instant(row, "published_at"),
        instant(row, "ended_at"), row.getString("cancel_reason"));
  }

  static @Nullable Long number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Long.class);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
