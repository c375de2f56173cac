package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.ShiftId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of parties. */
@Repository
class PartyTable {

  private final JdbcClient db;

  PartyTable(JdbcClient db) {
    this.db = db;
  }

  PartyId make(Together together) {
    return new PartyId(db.sql("""
        insert into participation.party (shift_id, kind, name, whole, made_by) values (:shift, :kind, :name, :whole, :by) returning id
        """).param("shift", together.shift().value()).param("kind", together.kind()).param("name", together.name()).param("whole", together.whole())
        .param("by", together.by().value()).query(Long.class).single());
  }

  Optional<Party> find(PartyId id) {
    return db.sql("select id, shift_id, kind, name, whole, made_by from participation.party where id = :id").param("id", id.value()).query(PartyTable::read).optional();
  }

  /** The party of an application that its owner made. */
  Optional<PartyId> madeBy(AccountId person, ApplicationId application) {
    return db.sql("""
        select p.id from participation.application a join participation.party p on p.id = a.party_id
        where a.id = :application and a.volunteer_id = :person and p.made_by = :person and p.whole
        """).param("application", application.value()).param("person", person.value()).query(Long.class).optional().map(PartyId::new);
  }

  /** Applications of a party in one state, in the order in which all lock people. */
  List<ApplicationId> in(PartyId party, String state) {
    return db.sql("select id from participation.application where party_id = :party and state = :state order by volunteer_id").param("party", party.value())
        .param("state", state).query(Long.class).list().stream().map(ApplicationId::new).toList();
  }

  List<Party.Member> members(PartyId party) {
    return members(List.of(party)).getOrDefault(party, List.of());
  }

  Map<PartyId, List<Party.Member>> members(Collection<PartyId> parties) {
    if (parties.isEmpty()) return Map.of();
    return db.sql("""
        select a.party_id, a.id, a.volunteer_id, v.name, v.birth_year, a.state, a.seats
        from participation.application a join volunteers.public_volunteer v on v.id = a.volunteer_id
        where a.party_id in (:parties) order by a.party_id, v.name, a.id
        """).param("parties", parties.stream().map(PartyId::value).toList())
        .query((row, number) -> Map.entry(new PartyId(row.getLong("party_id")), new Party.Member(new ApplicationId(row.getLong("id")), new AccountId(row.getLong("volunteer_id")),
            row.getString("name"), row.getInt("birth_year"), row.getString("state"), row.getInt("seats")))).list().stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static Party read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Party(new PartyId(row.getLong("id")), new ShiftId(row.getLong("shift_id")), row.getString("kind"), row.getString("name"), row.getBoolean("whole"),
        new AccountId(row.getLong("made_by")));
  }
}
