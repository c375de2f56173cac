package dz.linatatawwa.messages;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.organizations.OrganizationId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who wants no messages of whom. */
@Repository
class BlockTable {

  private final JdbcClient db;

  BlockTable(JdbcClient db) {
    this.db = db;
  }

  /** @return false when this side blocks already */
  boolean add(OrganizationId organization, AccountId volunteer, Side side, @Nullable BlockReason why, AccountId by, Instant now) {
    return db.sql("""
        insert into messages.block (organization_id, volunteer_id, side, code, at, by_id) values (:organization, :volunteer, :side, :code, :now, :by)
        on conflict (organization_id, volunteer_id, side) where ended_at is null do nothing
        """).param("organization", organization.value()).param("volunteer", volunteer.value()).param("side", side.code()).param("code", why == null ? null : why.code())
        .param("now", Sql.at(now)).param("by", by.value()).update() == 1;
  }

  /** @return false when this side does not block */
  boolean end(OrganizationId organization, AccountId volunteer, Side side, AccountId by, Instant now) {
    return db.sql("""
        update messages.block set ended_at = :now, ended_by = :by
        where organization_id = :organization and volunteer_id = :volunteer and side = :side and ended_at is null
        """).param("organization", organization.value()).param("volunteer", volunteer.value()).param("side", side.code()).param("now", Sql.at(now)).param("by", by.value()).update() == 1;
  }

  /** Why the organisation blocks; nothing when it does not. */
  Optional<BlockReason> reason(OrganizationId organization, AccountId volunteer) {
    return db.sql("select code from messages.block where organization_id = :organization and volunteer_id = :volunteer and side = 'organization' and ended_at is null")
        .param("organization", organization.value()).param("volunteer", volunteer.value()).query(String.class).optional().flatMap(BlockReason::of);
  }

  boolean blocks(OrganizationId organization, AccountId volunteer, Side side) {
    return db.sql("select exists (select from messages.block where organization_id = :organization and volunteer_id = :volunteer and side = :side and ended_at is null)")
        .param("organization", organization.value()).param("volunteer", volunteer.value()).param("side", side.code()).query(Boolean.class).single();
  }
}
