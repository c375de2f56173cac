package dz.linatatawwa.hooks;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.partnerships.PartnerId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of addresses. */
@Repository
class HookTable {

  private static final String ROW = """
      select id, organization_id, partner_id, address, about, kinds, made_at, former_until, failing_since, paused_at, paused_why
      from hooks.hook
      where removed_at is null
      """;

  private final JdbcClient db;

  HookTable(JdbcClient db) {
    this.db = db;
  }

  List<Hook> of(HookOwner owner) {
    return owned(ROW + " and " + whose(owner) + " order by id limit 100", owner).query(HookTable::read).list();
  }

  Optional<Hook> find(HookOwner owner, HookId id) {
    return owned(ROW + " and " + whose(owner) + " and id = :id", owner).param("id", id.value()).query(HookTable::read).optional();
  }

  /** Two who add an address at once do so one after the other, so that the bound on their number holds. */
  void lock(HookOwner owner) {
    String name = owner instanceof HookOwner.OfOrganization ? "organizations.organization" : "partnerships.partner";
    db.sql("select 1 from " + name + " where id = :owner for no key update").param("owner", number(owner)).query(Integer.class).list();
  }

  /** The number of the next address: its secret is sealed for it before the row is there. */
  HookId next() {
    return new HookId(db.sql("select nextval(pg_get_serial_sequence('hooks.hook', 'id'))").query(Long.class).single());
  }

  /** @return false when this owner has the address already */
  boolean insert(HookId id, HookOwner owner, HookWish wish, byte[] secret, Instant now, AccountId by) {
    try {
      return db.sql("""
          insert into hooks.hook (id, organization_id, partner_id, address, about, kinds, secret, made_at, made_by)
          values (:id, :organization, :partner, :address, :about, :kinds, :secret, :now, :by)
          on conflict do nothing
          """).param("id", id.value()).param("organization", owner.organization()).param("partner", owner.partner()).param("address", wish.address())
          .param("about", wish.about()).param("kinds", codes(wish)).param("secret", secret).param("now", Timestamp.from(now)).param("by", by.value()).update() == 1;
    } catch (DuplicateKeyException there) {
      return false;
    }
  }

  /** @return false when this owner has the address already */
  boolean change(HookId id, HookWish wish) {
    return db.sql("""
        update hooks.hook h set address = :address, about = :about, kinds = :kinds
        where h.id = :id and not exists (
          select from hooks.hook o
          where o.id <> h.id and o.removed_at is null and o.address = :address and o.organization_id is not distinct from h.organization_id and o.partner_id is not distinct from h.partner_id)
        """).param("id", id.value()).param("address", wish.address()).param("about", wish.about()).param("kinds", codes(wish)).update() == 1;
  }

  /** The sealed secrets that sign now, the newest first. */
  List<byte[]> secrets(HookId id, Instant now) {
    return db.sql("select secret, case when former_until > :now then former end as former from hooks.hook where id = :id").param("id", id.value()).param("now", Timestamp.from(now))
        .query((row, number) -> row.getBytes("former") == null ? List.of(row.getBytes("secret")) : List.of(row.getBytes("secret"), row.getBytes("former"))).single();
  }

  void renew(HookId id, byte[] secret, Instant formerUntil) {
    db.sql("update hooks.hook set former = secret, former_until = :until, secret = :secret where id = :id").param("id", id.value()).param("secret", secret)
        .param("until", Timestamp.from(formerUntil)).update();
  }

  /** @return false when it was paused before */
  boolean pause(HookId id, Hook.Pause why, Instant now) {
    boolean paused = db.sql("update hooks.hook set paused_at = :now, paused_why = :why where id = :id and paused_at is null and removed_at is null").param("id", id.value())
        .param("why", why.code()).param("now", Timestamp.from(now)).update() == 1;
    if (paused) db.sql("update hooks.delivery set next_try = 'infinity' where hook_id = :id and arrived_at is null and dead_at is null").param("id", id.value()).update();
    return paused;
  }

  /** @return false when it was not paused */
  boolean resume(HookId id, Instant now) {
    boolean resumed = db.sql("update hooks.hook set paused_at = null, paused_why = null, failing_since = null where id = :id and paused_at is not null").param("id", id.value()).update() == 1;
    if (resumed) {
      db.sql("update hooks.delivery set next_try = :now where hook_id = :id and arrived_at is null and dead_at is null").param("id", id.value()).param("now", Timestamp.from(now)).update();
    }
    return resumed;
  }

  /** What waited goes with it; what arrived stays in the log until that forgets it. */
  void remove(HookId id, Instant now) {
    db.sql("update hooks.hook set removed_at = :now where id = :id").param("id", id.value()).param("now", Timestamp.from(now)).update();
    db.sql("delete from hooks.delivery where hook_id = :id and arrived_at is null").param("id", id.value()).update();
  }

  void arrives(HookId id) {
    db.sql("update hooks.hook set failing_since = null where id = :id and failing_since is not null").param("id", id.value()).update();
  }

  /** @return since when nothing has arrived */
  Instant fails(HookId id, Instant now) {
    return db.sql("update hooks.hook set failing_since = coalesce(failing_since, :now) where id = :id returning failing_since").param("id", id.value())
        .param("now", Timestamp.from(now)).query(Timestamp.class).single().toInstant();
  }

  private JdbcClient.StatementSpec owned(String sql, HookOwner owner) {
    return db.sql(sql).param("owner", number(owner));
  }

  private static String whose(HookOwner owner) {
    return owner instanceof HookOwner.OfOrganization ? "organization_id = :owner" : "partner_id = :owner";
  }

  private static long number(HookOwner owner) {
    return switch (owner) {
      case HookOwner.OfOrganization(OrganizationId id) -> id.value();
      case HookOwner.OfPartner(PartnerId id) -> id.value();
    };
  }

  private static String[] codes(HookWish wish) {
    return wish.kinds().stream().map(HookKind::code).toArray(String[]::new);
  }

  private static Hook read(ResultSet row, int number) throws SQLException {
    long partner = row.getLong("partner_id");
    HookOwner owner = partner > 0 ? new HookOwner.OfPartner(new PartnerId(partner)) : new HookOwner.OfOrganization(new OrganizationId(row.getLong("organization_id")));
    String why = row.getString("paused_why");
    return new Hook(new HookId(row.getLong("id")), owner, row.getString("address"), row.getString("about"), kinds(row.getArray("kinds")), at(row, "made_at").orElseThrow(),
        at(row, "former_until").orElse(null), at(row, "failing_since").orElse(null), at(row, "paused_at").orElse(null),
        why == null ? null : Hook.Pause.valueOf(why.toUpperCase(Locale.ROOT)));
  }

  private static List<HookKind> kinds(Array codes) throws SQLException {
    return Arrays.stream((String[]) codes.getArray()).flatMap(code -> HookKind.read(code).stream()).toList();
  }

  static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    @Nullable Timestamp at = row.getTimestamp(column);
    return at == null ? Optional.empty() : Optional.of(at.toInstant());
  }
}
