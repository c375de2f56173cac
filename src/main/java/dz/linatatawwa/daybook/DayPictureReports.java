package dz.linatatawwa.daybook;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.opportunities.Opportunities;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pictures of closed days as things that people may report. */
@Component
class DayPictureReports implements Reportable {

  private static final String KIND = "day-picture";

  private final JdbcClient db;
  private final Opportunities opportunities;
  private final Organizations organizations;

  DayPictureReports(JdbcClient db, Opportunities opportunities, Organizations organizations) {
    this.db = db;
    this.opportunities = opportunities;
    this.organizations = organizations;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "daybook.picture.thing";
  }

  private record Row(OpportunityId opportunity, String caption, boolean withheld) {}

  @Override
  public Optional<Reported> find(String id) {
    return FileId.of(id).flatMap(this::row).flatMap(row -> opportunities.find(row.opportunity).map(it -> reported(id, row, it)));
  }

  private Reported reported(String id, Row row, Opportunity it) {
    return new Reported(new Thing(KIND, id), row.caption.isEmpty() ? it.title() : row.caption, "/opportunities/" + it.id(), it.wilaya(),
        organizations.coordinators(it.organization()), Thing.of("organization", it.organization().value()), it.state().shown() && !row.withheld);
  }

  /** Only what the public may see: of closed days, ticked to be shown. */
  private Optional<Row> row(FileId file) {
    return db.sql("""
        select s.opportunity_id, coalesce(p.caption, '') as caption, p.withheld_at is not null as withheld
        from daybook.picture p join opportunities.shift s on s.id = p.shift_id join attendance.closure c on c.shift_id = s.id
        where p.file_id = :file and p.public and p.removed_at is null
        """).param("file", file.value()).query((row, n) -> new Row(new OpportunityId(row.getLong("opportunity_id")), row.getString("caption"),
            row.getBoolean("withheld"))).optional();
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return FileId.of(id).filter(file -> db.sql("update daybook.picture set withheld_at = now() where file_id = :file and removed_at is null and withheld_at is null")
        .param("file", file.value()).update() == 1).isPresent();
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return FileId.of(id).filter(file -> db.sql("update daybook.picture set withheld_at = null where file_id = :file and withheld_at is not null")
        .param("file", file.value()).update() == 1).isPresent();
  }
}
