package dz.linatatawwa.integrity;

/** The checks on one person's time. Each looks only around the claims that it is given, by the index of a person's claims. */
final class PersonChecks {

  /** A person's sum of each day that the given claims touch. */
  private static final String DAYS = """
      with days as (
        select distinct g.volunteer_id, d.day::date as day
        from hours.claim g
        cross join lateral generate_series((lower(g.during) at time zone 'Africa/Algiers')::date,
          ((upper(g.during) - interval '1 second') at time zone 'Africa/Algiers')::date, interval '1 day') as d(day)
        where g.id = any(:claims) and g.state in ('proposed', 'confirmed') and g.grade <> 'E'),
      sums as (
        select d.volunteer_id, d.day, array_agg(k.id order by k.id) as claims, count(distinct k.organization_id) as organizations,
          round(sum(least(k.minutes, extract(epoch from least(upper(k.during), b.until_at) - greatest(lower(k.during), b.from_at)) / 60)))::integer as minutes
        from days d
        cross join lateral (select d.day::timestamp at time zone 'Africa/Algiers' as from_at, (d.day + 1)::timestamp at time zone 'Africa/Algiers' as until_at) b
        join hours.claim k on k.volunteer_id = d.volunteer_id and k.during && tstzrange(b.from_at, b.until_at) and k.state in ('proposed', 'confirmed')
        group by d.volunteer_id, d.day)
      select volunteer_id as subject, volunteer_id || ':' || day as mark, claims,
        jsonb_build_object('minutes', minutes, 'day', day, 'organizations', organizations) as facts
      from sums""";

  static final String OVER_EIGHT = DAYS + " where minutes > 480";

  static final String OVER_TWELVE = DAYS + " where minutes > 720";

  /** Somebody has them in another shift while this claim runs, for a quarter of an hour or more: the ledger took only one of both. */
  static final String OVERLAP = """
      select g.volunteer_id as subject, g.volunteer_id || ':' || least(g.shift_id, a.shift_id) || ':' || greatest(g.shift_id, a.shift_id) as mark,
        array_agg(distinct g.id) as claims,
        jsonb_build_object('minutes', max(round(extract(epoch from least(upper(g.during), a.checked_out_at) - greatest(lower(g.during), a.checked_in_at)) / 60)),
          'from', min(greatest(lower(g.during), a.checked_in_at)), 'until', max(least(upper(g.during), a.checked_out_at))) as facts
      from hours.claim g
      join attendance.attendance a on a.volunteer_id = g.volunteer_id and a.shift_id <> g.shift_id
      where g.id = any(:claims) and g.state in ('proposed', 'confirmed')
        and a.checked_in_at < upper(g.during) - interval '15 minutes' and a.checked_out_at > lower(g.during) + interval '15 minutes'
        and least(upper(g.during), a.checked_out_at) - greatest(lower(g.during), a.checked_in_at) >= interval '15 minutes'
      group by g.volunteer_id, least(g.shift_id, a.shift_id), greatest(g.shift_id, a.shift_id)""";

  /** As the crow flies: 100 km an hour by road, or three hours and a flight at 700. Points that the source does not vouch for say nothing. */
  static final String DISTANCE = """
      with pair as (
        select distinct g.volunteer_id, case when g.during < k.during then g.id else k.id end as first_id,
          case when g.during < k.during then k.id else g.id end as next_id
        from hours.claim g
        join hours.claim k on k.volunteer_id = g.volunteer_id and k.id <> g.id and k.state in ('proposed', 'confirmed')
          and k.during && tstzrange(lower(g.during) - interval '8 hours', upper(g.during) + interval '8 hours')
        where g.id = any(:claims) and g.state in ('proposed', 'confirmed')),
      way as (
        select p.volunteer_id, p.first_id, p.next_id, lc.code as left_code, cc.code as came_code, upper(l.during) as left_at, lower(c.during) as came_at,
          2 * 6371 * asin(sqrt(power(sin(radians(cc.lat - lc.lat) / 2), 2)
            + cos(radians(lc.lat)) * cos(radians(cc.lat)) * power(sin(radians(cc.lon - lc.lon) / 2), 2))) as km
        from pair p
        join hours.claim l on l.id = p.first_id
        join hours.claim c on c.id = p.next_id
        join opportunities.countable lo on lo.id = l.opportunity_id
        join opportunities.countable co on co.id = c.opportunity_id
        join places.commune lc on lc.code = lo.commune_code and lc.position <> 'suspect'
        join places.commune cc on cc.code = co.commune_code and cc.position <> 'suspect'),
      time as (
        select *, extract(epoch from came_at - left_at) / 60 as gap, least(km / 100 * 60, 180 + km / 700 * 60) as needed from way where km >= 40)
      select volunteer_id as subject, volunteer_id || ':' || first_id || ':' || next_id as mark, array[first_id, next_id] as claims,
        jsonb_build_object('km', round(km), 'left', left_code, 'came', came_code, 'gap', greatest(0, round(gap)), 'at', left_at,
          'needed', round(needed)) as facts
      from time where gap < needed""";

  /** The confirmer's contact is that of the volunteer's guardian, or both were signed in on one device within a month. */
  static final String HOUSEHOLD = """
      with settled as (
        select distinct g.volunteer_id, b.confirmer
        from hours.claim g cross join lateral unnest(array[g.decided_by, g.seconded_by]) as b(confirmer)
        where g.id = any(:claims) and g.state = 'confirmed' and b.confirmer is not null),
      bound as (
        select s.volunteer_id, s.confirmer, 'guardian' as how
        from settled s
        join accounts.account a on a.id = s.confirmer
        join volunteers.guardian_consent w on w.volunteer_id = s.volunteer_id and w.guardian_contact in (a.email, a.phone)
        union
        select s.volunteer_id, s.confirmer, 'device'
        from settled s
        join accounts.session mine on mine.account_id = s.volunteer_id and mine.device_mark is not null
        join accounts.session theirs on theirs.account_id = s.confirmer and theirs.device_mark = mine.device_mark
          and theirs.opened_at between mine.opened_at - interval '30 days' and mine.opened_at + interval '30 days')
      select b.volunteer_id as subject, b.volunteer_id || ':' || b.confirmer || ':' || b.how as mark, array_agg(k.id order by k.id) as claims,
        jsonb_build_object('confirmer', b.confirmer, 'how', b.how, 'times', count(*), 'minutes', sum(k.minutes)) as facts
      from bound b
      join hours.claim k on k.volunteer_id = b.volunteer_id and k.state = 'confirmed' and b.confirmer in (k.decided_by, k.seconded_by)
        and k.proposed_at > now() - interval '1 year'
      group by b.volunteer_id, b.confirmer, b.how""";

  private PersonChecks() {}
}
