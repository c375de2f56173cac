package dz.linatatawwa.database;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** What the role in which pages run may do: read and write, but own nothing, and only add to tables that only grow. Said anew after each migration, so that a new
 *  table is reached, and a new table that only grows is closed, without a word about it anywhere. A table only grows when a trigger of it, on update and on
 *  delete, calls one of the functions that refuse: {@code refuse_change}, {@code only_grows}, {@code access_only_grows}. */
public final class LesserRole implements Callback {

  /** The role of the platform's own PostgreSQL. */
  public static final String NAME = "linatatawwa";

  private static final String GRANTS = """
      do $$
      declare place record;
      begin
        for place in select nspname as name from pg_namespace where nspname not like 'pg\\_%%' and nspname <> 'information_schema' loop
          execute format('grant usage on schema %%I to %%I', place.name, '%1$s');
          execute format('grant select, insert, update, delete, maintain on all tables in schema %%I to %%I', place.name, '%1$s');
          execute format('grant usage, select, update on all sequences in schema %%I to %%I', place.name, '%1$s');
          execute format('grant execute on all functions in schema %%I to %%I', place.name, '%1$s');
        end loop;
        for place in
          select distinct g.tgrelid::regclass as name
          from pg_trigger g join pg_proc p on p.oid = g.tgfoid
          where p.proname in ('refuse_change', 'only_grows', 'access_only_grows') and not g.tgisinternal and g.tgtype & 24 = 24 -- on update and on delete
        loop
          execute format('revoke update, delete, truncate on %%s from %%I', place.name, '%1$s');
        end loop;
        execute format('revoke insert, update, delete, maintain on public.flyway_schema_history from %%I', '%1$s');
      end $$
      """;

  private final String role;

  /** @param role letters, digits and underscores */
  public LesserRole(String role) {
    if (!role.matches("[a-zA-Z_][a-zA-Z0-9_-]{0,62}")) throw new DatabaseTrouble("not a role's name: " + role);
    this.role = role;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement statement = context.getConnection().createStatement()) {
      statement.execute(GRANTS.formatted(role));
    } catch (SQLException e) {
      throw new DatabaseTrouble("the rights of role " + role + " could not be set: " + e.getMessage(), e);
    }
  }

  @Override
  public String getCallbackName() {
    return "rights of the lesser role";
  }
}
