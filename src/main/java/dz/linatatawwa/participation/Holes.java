package dz.linatatawwa.participation;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Settings;
import dz.linatatawwa.volunteers.Availability;
import dz.linatatawwa.volunteers.VolunteerSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filling a hole: who would fit a shift with seats left, ranked, and inviting them, each once. Minors are never written to by somebody they
 *  have not applied to; nobody is shown whose time is taken. */
@Component
public class Holes {

  private static final int SHOWN = 50;
  private static final int INVITED_AT_MOST = 200;

  private final JdbcClient db;
  private final Tidings tidings;
  private final Clock clock;
  private final Settings settings;

  Holes(JdbcClient db, Tidings tidings, Clock clock, Settings settings) {
    this.db = db;
    this.tidings = tidings;
    this.clock = clock;
    this.settings = settings;
  }

  /** The best fifty of the opportunity's wilaya (of the country, when it is remote). */
  public List<Candidate> candidates(ShiftFacts facts) {
    int youngest = LocalDate.now(clock.withZone(Words.ZONE)).getYear() - 1 - Math.max(settings.get(VolunteerSettings.MAJORITY), facts.minAge());
    return Sql.rows(db.sql("""
        with hole as (
          select f.shift_id, f.starts_at, f.ends_at, f.organization_id, f.field_code, f.skills, f.wilaya_code, f.commune_code, c.lat, c.lon
          from participation.shift_facts f left join places.commune c on c.code = f.commune_code
          where f.shift_id = :shift
        ), fitting as (
          select v.id as volunteer_id, split_part(v.name, ' ', 1) || coalesce(' ' || left(nullif(split_part(v.name, ' ', 2), ''), 1) || '.', '') as name,
                 v.commune_code, coalesce(v.commune_code = h.commune_code, false) as same_commune,
                 coalesce((111.2 * sqrt(power(c.lat - h.lat, 2) + power((c.lon - h.lon) * cos(radians(h.lat)), 2)))::int, -1) as kilometres,
                 coalesce(h.field_code = any (v.fields), false) as field_liked,
                 (select count(*)::int from unnest(v.skills) s where s = any (h.skills)) as skills,
                 :time = any (v.availability) as free,
                 (select count(*)::int from participation.presence t join participation.shift_facts g on g.shift_id = t.shift_id
                  where t.volunteer_id = v.id and g.organization_id = h.organization_id and t.checked_in_at is not null) as came,
                 (select count(*)::int from participation.presence t where t.volunteer_id = v.id and t.no_show_at is not null) as missed,
                 exists (select from participation.invitation i where i.shift_id = h.shift_id and i.volunteer_id = v.id) as invited
          from hole h
          join volunteers.public_volunteer v on h.wilaya_code is null or v.wilaya_code = h.wilaya_code
          join places.commune c on c.code = v.commune_code
          where v.closed_at is null and v.birth_year <= :youngest
            and not exists (select from participation.application a
                            where a.shift_id = h.shift_id and a.volunteer_id = v.id and a.state not in ('lapsed', 'cancelled'))
            and not exists (select from participation.application a join opportunities.shift s on s.id = a.shift_id
                            where a.volunteer_id = v.id and a.state in ('accepted', 'offered')
                              and s.starts_at < h.ends_at and s.ends_at > h.starts_at)
        )
        select volunteer_id, name, commune_code, kilometres, same_commune, field_liked, skills, free, came, missed, invited
        from fitting
        order by least(came, 3) * 12 - missed * 15 + same_commune::int * 20 - case when kilometres < 0 then 30 else least(kilometres, 60) / 2 end
                 + least(skills, 3) * 12 + free::int * 18 + field_liked::int * 14 desc, volunteer_id
        limit :shown
        """).param("shift", facts.shiftId()).param("time", Availability.at(facts.startsAt()).code()).param("youngest", youngest)
        .param("shown", SHOWN).query(Candidate.class));
  }

  /** Invites those of these people who are candidates now, each once.
   *  @return how many were written to */
  @Transactional
  public int invite(ShiftFacts facts, List<Long> people, AccountId by) {
    if (!facts.open() || facts.seatsLeft() == 0 || !facts.startsAt().isAfter(clock.instant())) return 0;
    int already = db.sql("select count(*) from participation.invitation where shift_id = :shift").param("shift", facts.shiftId())
        .query(Integer.class).single();
    List<Long> fitting = candidates(facts).stream().filter(c -> !c.invited()).map(Candidate::volunteerId).filter(people::contains)
        .limit(Math.max(0, INVITED_AT_MOST - already)).toList();
    return (int) fitting.stream().filter(person -> invite(facts, new AccountId(person), by)).count();
  }

  private boolean invite(ShiftFacts facts, AccountId person, AccountId by) {
    int written = db.sql("""
        insert into participation.invitation (shift_id, volunteer_id, invited_by) values (:shift, :person, :by) on conflict do nothing
        """).param("shift", facts.shiftId()).param("person", person.value()).param("by", by.value()).update();
    if (written == 1) tidings.invited(person, facts);
    return written == 1;
  }
}
