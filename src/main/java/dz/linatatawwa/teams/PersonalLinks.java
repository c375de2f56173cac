package dz.linatatawwa.teams;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.notices.SignedLinks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Personal links: one living link for one thing, revoked by whoever made it, ending by itself. One that ended, was revoked or never was ours opens nothing, and
 *  nobody can tell which of the three it is. */
@Repository
public class PersonalLinks {

  private static final String PURPOSE = "with";

  private static final String SELECT = """
      select id, application_id, team_id, offer_id, named_id, made_by, ends_at from teams.link
      """;

  private final JdbcClient db;
  private final SignedLinks links;
  private final Clock clock;

  PersonalLinks(JdbcClient db, SignedLinks links, Clock clock) {
    this.db = db;
    this.links = links;
    this.clock = clock;
  }

  /** The living link behind a token. */
  public Optional<PersonalLink> read(String token) {
    OptionalLong id = links.read(PURPOSE, token);
    return id.isEmpty() ? Optional.empty() : db.sql(SELECT + "where id = :id and revoked_at is null and ends_at > :now").param("id", id.getAsLong())
        .param("now", Sql.at(clock.instant())).query(this::link).optional();
  }

  /** The living link of a thing. */
  public Optional<PersonalLink> living(PersonalLink.Kind kind, long about) {
    return db.sql(SELECT + "where " + kind.column() + " = :about and revoked_at is null and ends_at > :now").param("about", about)
        .param("now", Sql.at(clock.instant())).query(this::link).optional();
  }

  /** The living link of a thing, made where there is none. */
  @Transactional
  PersonalLink make(PersonalLink.Kind kind, long about, AccountId by, Instant ends) {
    db.sql("update teams.link set revoked_at = :now where " + kind.column() + " = :about and revoked_at is null and ends_at <= :now").param("about", about)
        .param("now", Sql.at(clock.instant())).update();
    db.sql("insert into teams.link (" + kind.column() + ", made_by, made_at, ends_at) values (:about, :by, :now, :ends) on conflict do nothing").param("about", about)
        .param("by", by.value()).param("now", Sql.at(clock.instant())).param("ends", Sql.at(ends)).update();
    return living(kind, about).orElseThrow();
  }

  /** The link of a thing opens nothing any more. */
  void revoke(PersonalLink.Kind kind, long about) {
    db.sql("update teams.link set revoked_at = :now where " + kind.column() + " = :about and revoked_at is null").param("about", about)
        .param("now", Sql.at(clock.instant())).update();
  }

  private PersonalLink link(ResultSet row, int number) throws SQLException {
    PersonalLink.Kind kind = Arrays.stream(PersonalLink.Kind.values()).filter(one -> about(row, one) != 0).findFirst().orElseThrow();
    return new PersonalLink(row.getLong("id"), kind, about(row, kind), new AccountId(row.getLong("made_by")), row.getTimestamp("ends_at").toInstant(),
        "/with/" + links.token(PURPOSE, row.getLong("id")));
  }

  private static long about(ResultSet row, PersonalLink.Kind kind) {
    try {
      return row.getLong(kind.column());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
