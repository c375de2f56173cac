package dz.linatatawwa.organizations;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table that name their organisation in {@code organization_id} and go along with it. */
public abstract class RowsAlong implements GoesAlong {

  private final JdbcClient db;
  private final String what;
  private final String table;
  private final String number;
  private final String condition;

  /** @param table     with its schema; {@code t} in the condition
   *  @param number    the column by which a row is known
   *  @param condition which rows go; may name {@code :goes} and {@code :stays} */
  protected RowsAlong(JdbcClient db, String what, String table, String number, String condition) {
    this.db = db;
    this.what = what;
    this.table = table;
    this.number = number;
    this.condition = condition;
  }

  /** Called with the rows that went or came back, in the same transaction. */
  protected void moved(List<Long> numbers) {}

  @Override
  public final String what() {
    return what;
  }

  @Override
  public final String countKey() {
    return "organizations.along." + what;
  }

  @Override
  public final long count(OrganizationId goes, OrganizationId stays) {
    return bound("select count(*) from " + table + " t where t.organization_id = :goes and :stays > 0 and (" + condition + ")", goes, stays).query(Long.class).single();
  }

  @Override
  public final List<Long> move(OrganizationId goes, OrganizationId stays) {
    List<Long> numbers = bound("update " + table + " t set organization_id = :stays where t.organization_id = :goes and (" + condition + ") returning t." + number, goes, stays)
        .query((row, n) -> row.getLong(1)).list();
    moved(numbers);
    return numbers;
  }

  @Override
  public final void back(List<Long> numbers, OrganizationId goes, OrganizationId stays) {
    List<Long> back = bound("update " + table + " t set organization_id = :goes where t.organization_id = :stays and t." + number + " = any(:numbers) returning t." + number,
        goes, stays).param("numbers", numbers.toArray(Long[]::new)).query((row, n) -> row.getLong(1)).list();
    moved(back);
  }

  private JdbcClient.StatementSpec bound(String sql, OrganizationId goes, OrganizationId stays) {
    return db.sql(sql).param("goes", goes.value()).param("stays", stays.value());
  }
}
