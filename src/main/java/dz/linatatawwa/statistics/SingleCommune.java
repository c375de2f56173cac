package dz.linatatawwa.statistics;

import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.hours.Grade;
import dz.linatatawwa.places.CommuneCode;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether everything that an organisation or a campaign did was done in one commune: then that commune's number holds it. */
@Repository
class SingleCommune {

  private final JdbcClient db;

  SingleCommune(JdbcClient db) {
    this.db = db;
  }

  /** A wilaya in which everything was done in one commune. */
  record Full(String wilaya, CommuneCode commune) {}

  /** The only commune of all wilayas together, if there is one. */
  Optional<CommuneCode> of(Scope scope, Period period) {
    List<Full> full = fullOf(scope, period);
    return full.size() == 1 && places(scope, period) == 1 ? Optional.of(full.getFirst().commune()) : Optional.empty();
  }

  List<Full> fullOf(Scope scope, Period period) {
    return asked("""
        select wilaya_code, min(commune_code) as commune from %s
        group by wilaya_code having count(*) = count(commune_code) and min(commune_code) = max(commune_code) order by wilaya_code""", scope, period)
        .query((row, i) -> new Full(row.getString("wilaya_code"), new CommuneCode(row.getString("commune")))).list();
  }

  private long places(Scope scope, Period period) {
    return asked("select count(distinct coalesce(wilaya_code, '')) from %s", scope, period).query(Long.class).single();
  }

  private JdbcClient.StatementSpec asked(String sql, Scope scope, Period period) {
    String lines = switch (scope) {
      case Scope.OfCampaign campaign -> "hours.line where opportunity_id in (select c.opportunity_id from opportunities.in_campaign c where c.campaign_id = :id)";
      default -> "hours.line where organization_id = :id";
    };
    long id = switch (scope) {
      case Scope.OfCampaign(var campaign) -> campaign.value();
      case Scope.OfOrganization(var organization) -> organization.value();
      default -> throw new IllegalArgumentException("neither organisation nor campaign: " + scope);
    };
    return db.sql(sql.formatted(lines + " and day between :from and :to and grade::text = any(:grades)")).param("id", id).param("from", period.from()).param("to", period.to())
        .param("grades", Grade.COUNTED.stream().map(Grade::name).toArray(String[]::new));
  }
}
