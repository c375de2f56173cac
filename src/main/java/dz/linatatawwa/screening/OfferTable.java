package dz.linatatawwa.screening;

import dz.linatatawwa.language.Folding;
import dz.linatatawwa.language.LocalName;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.places.WilayaCode;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what rules look at. */
@Repository
class OfferTable {

  private static final String SELECT = """
      select o.id, o.title, o.organization_id, g.name_ar, g.name_fr, o.wilaya_code, o.min_age, o.remote, o.field_code, g.verified_at,
        concat_ws(' ', o.title, o.summary, o.description, o.bring, o.access, o.address) as said,
        not exists (select from opportunities.opportunity b where b.organization_id = o.organization_id and b.id <> o.id
          and (b.published_at < o.published_at or b.published_at = o.published_at and b.id < o.id)) as first,
        array(select extract(epoch from s.starts_at)::bigint from opportunities.shift s where s.opportunity_id = o.id and s.state = 'open' and s.ends_at > :now
          order by s.starts_at, s.id limit 400) as starts,
        array(select extract(epoch from s.ends_at)::bigint from opportunities.shift s where s.opportunity_id = o.id and s.state = 'open' and s.ends_at > :now
          order by s.starts_at, s.id limit 400) as ends,
        coalesce((select max(s.capacity) from opportunities.shift s where s.opportunity_id = o.id and s.state = 'open' and s.ends_at > :now), 0) as seats
      from opportunities.opportunity o
      join organizations.public_organization g on g.id = o.organization_id
      """;

  private final JdbcClient db;

  OfferTable(JdbcClient db) {
    this.db = db;
  }

  Optional<Offer> find(OpportunityId id, Instant now) {
    return db.sql(SELECT + "where o.id = :id").param("id", id.value()).param("now", RuleTable.at(now)).query((row, n) -> read(row)).optional();
  }

  /** Everything that visitors find today, one after the other.
   *  @param wilaya only what lies there; null: everything */
  void found(@Nullable WilayaCode wilaya, Instant now, Consumer<Offer> each) {
    db.sql(SELECT + "join opportunities.listing l on l.opportunity_id = o.id where cast(:wilaya as text) is null or o.wilaya_code = :wilaya order by o.id desc")
        .param("wilaya", wilaya == null ? null : wilaya.value()).param("now", RuleTable.at(now)).query(row -> { each.accept(read(row)); });
  }

  private static Offer read(ResultSet row) throws SQLException {
    String wilaya = row.getString("wilaya_code");
    OffsetDateTime verified = row.getObject("verified_at", OffsetDateTime.class);
    return new Offer(new OpportunityId(row.getLong("id")), row.getString("title"), new OrganizationId(row.getLong("organization_id")),
        new LocalName(row.getString("name_ar"), row.getString("name_fr"), null), wilaya == null ? null : new WilayaCode(wilaya), Folding.fold(row.getString("said")),
        row.getInt("min_age"), row.getBoolean("remote"), row.getString("field_code"), row.getBoolean("first"), verified == null ? null : verified.toInstant(),
        spans(row.getArray("starts"), row.getArray("ends")), row.getInt("seats"));
  }

  private static List<Offer.Span> spans(Array starts, Array ends) throws SQLException {
    Long[] from = (Long[]) starts.getArray();
    Long[] to = (Long[]) ends.getArray();
    List<Offer.Span> spans = new ArrayList<>();
    for (int i = 0; i < from.length; i++) spans.add(new Offer.Span(Instant.ofEpochSecond(from[i]), Instant.ofEpochSecond(to[i])));
    return spans;
  }
}
