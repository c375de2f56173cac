package dz.linatatawwa.archive;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.files.FileId;
import dz.linatatawwa.supervision.Reportable;
import dz.linatatawwa.supervision.Reported;
import dz.linatatawwa.supervision.Thing;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Single pictures of operations as things that people may report. */
@Component
class OperationPictureReports implements Reportable {

  private static final String KIND = "archive-picture";

  private final JdbcClient db;
  private final OperationReports operations;
  private final ListedOperations shelf;
  private final Clock clock;

  OperationPictureReports(JdbcClient db, OperationReports operations, ListedOperations shelf, Clock clock) {
    this.db = db;
    this.operations = operations;
    this.shelf = shelf;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String nameKey() {
    return "archive.picture.thing";
  }

  private record Row(long operation, String alt, boolean withheld) {}

  @Override
  public Optional<Reported> find(String id) {
    return row(id).flatMap(row -> operations.find(Long.toString(row.operation)).map(of -> new Reported(new Thing(KIND, id), row.alt, of.address(), of.wilaya(),
        of.people(), of.owner(), of.shown() && !row.withheld)));
  }

  private Optional<Row> row(String id) {
    return FileId.of(id).flatMap(file -> db.sql("select operation_id, alt, withheld_at is not null as withheld from archive.picture where file_id = :file and removed_at is null")
        .param("file", file.value()).query((row, n) -> new Row(row.getLong("operation_id"), row.getString("alt"), row.getBoolean("withheld"))).optional());
  }

  @Override
  public boolean withhold(String id, AccountId by, String code, String words) {
    return set(id, "update archive.picture set withheld_at = :now where file_id = :file and removed_at is null and withheld_at is null");
  }

  @Override
  public boolean release(String id, AccountId by, String words) {
    return set(id, "update archive.picture set withheld_at = null where file_id = :file and removed_at is null and withheld_at <= :now");
  }

  private boolean set(String id, String sql) {
    boolean done = FileId.of(id).filter(file -> db.sql(sql).param("now", OperationTable.at(clock.instant())).param("file", file.value()).update() == 1).isPresent();
    if (done) row(id).ifPresent(row -> shelf.refresh(List.of(row.operation)));
    return done;
  }
}
