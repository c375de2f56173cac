package dz.linatatawwa.integrity;

/** The checks on how an organisation keeps its hours, over the last weeks before the newest of the given claims. A finding holds for a quarter: what goes on in
 *  the next one is found anew. */
final class OrganizationChecks {

  private static final String QUARTER = "to_char(%s at time zone 'Africa/Algiers', 'YYYY\"Q\"Q')";

  /** Which confirmer, which quarter: only those that the given claims touch. */
  private static final String TOUCHED = """
      touched as (
        select distinct g.organization_id, g.decided_by, date_trunc('quarter', g.decided_at at time zone 'Africa/Algiers') at time zone 'Africa/Algiers' as quarter
        from hours.claim g
        where g.id = any(:claims) and g.state = 'confirmed' and g.organization_id is not null and g.origin = 'attendance')""";

  /** Twelve people at most, four shifts at least, nearly all of them each time, nearly all with the same minutes. */
  static final String RING = "with " + TOUCHED + """
      , part as (
        select t.organization_id, t.decided_by, t.quarter, k.id, k.volunteer_id, k.shift_id, k.minutes,
          count(*) over (partition by k.shift_id, t.decided_by, t.quarter, date_trunc('minute', lower(k.during)), date_trunc('minute', upper(k.during))) as alike
        from touched t
        join hours.claim k on k.organization_id = t.organization_id and k.decided_by = t.decided_by and k.state = 'confirmed'
          and k.decided_at >= t.quarter - interval '60 days' and k.decided_at < t.quarter + interval '3 months' and k.shift_id is not null),
      ring as (
        select organization_id, decided_by, quarter, count(*) as claims_of_all, count(distinct volunteer_id) as people, count(distinct shift_id) as shifts,
          sum(minutes) as minutes, count(*) filter (where alike >= 3) as same, array_agg(id order by id) as claims
        from part group by 1, 2, 3)
      select organization_id as subject, organization_id || ':' || decided_by || ':' || """ + QUARTER.formatted("quarter") + """
       as mark, claims,
        jsonb_build_object('confirmer', decided_by, 'people', people, 'shifts', shifts, 'minutes', minutes,
          'share', round(claims_of_all::numeric / (people * shifts), 2)) as facts
      from ring
      where people between 3 and 12 and shifts >= 4 and claims_of_all >= 0.85 * people * shifts and same >= 0.8 * claims_of_all""";

  /** Each has confirmed the other's hours twice and more within a year. */
  static final String MUTUAL = """
      with pair as (
        select distinct least(g.volunteer_id, g.decided_by) as one, greatest(g.volunteer_id, g.decided_by) as other
        from hours.claim g
        where g.id = any(:claims) and g.state = 'confirmed' and g.decided_by is not null and g.grade <> 'E'),
      counted as (
        select p.one, p.other, count(*) filter (where k.volunteer_id = p.one) as there, count(*) filter (where k.volunteer_id = p.other) as back,
          array_agg(k.id order by k.id) as claims, mode() within group (order by k.organization_id) as organization_id
        from pair p
        join hours.claim k on k.volunteer_id in (p.one, p.other) and k.decided_by in (p.one, p.other) and k.state = 'confirmed'
          and k.proposed_at > now() - interval '1 year'
        group by p.one, p.other)
      select organization_id as subject, one || ':' || other as mark, claims,
        jsonb_build_object('one', one, 'other', other, 'there', there, 'back', back) as facts
      from counted
      where there >= 2 and back >= 2 and organization_id is not null""";

  /** Of twenty claims and more of a quarter, two of five entered more than two days after. */
  static final String LATE_SHARE = """
      with touched as (
        select distinct g.organization_id, date_trunc('quarter', g.entered_at at time zone 'Africa/Algiers') at time zone 'Africa/Algiers' as quarter
        from hours.claim g
        where g.id = any(:claims) and g.state in ('proposed', 'confirmed') and g.organization_id is not null and g.origin = 'attendance'),
      counted as (
        select t.organization_id, t.quarter, count(*) as of_all, count(*) filter (where k.entered_at > upper(k.during) + interval '48 hours') as late,
          array_agg(k.id order by k.id) filter (where k.entered_at > upper(k.during) + interval '48 hours') as claims
        from touched t
        join hours.claim k on k.organization_id = t.organization_id and k.state in ('proposed', 'confirmed') and k.origin = 'attendance'
          and k.entered_at >= t.quarter and k.entered_at < t.quarter + interval '3 months'
        group by t.organization_id, t.quarter)
      select organization_id as subject, organization_id || ':' || """ + QUARTER.formatted("quarter") + """
       as mark, claims,
        jsonb_build_object('share', round(late::numeric / of_all, 2), 'late', late, 'all', of_all) as facts
      from counted
      where of_all >= 20 and late >= 0.4 * of_all""";

  /** In one day, sixty hours and more of three past shifts and more. Says too whom it lifts over a badge, and how near the quarter's end is. */
  static final String BURST = """
      with touched as (
        select distinct g.organization_id, (g.entered_at at time zone 'Africa/Algiers')::date as day
        from hours.claim g
        where g.id = any(:claims) and g.state in ('proposed', 'confirmed') and g.organization_id is not null and g.origin = 'attendance'
          and g.entered_at > upper(g.during) + interval '48 hours'),
      entered as (
        select t.organization_id, t.day, k.volunteer_id, sum(k.minutes) as minutes, array_agg(k.id) as claims, array_agg(distinct k.shift_id) as shifts
        from touched t
        join hours.claim k on k.organization_id = t.organization_id and k.state in ('proposed', 'confirmed') and k.origin = 'attendance'
          and k.entered_at >= t.day::timestamp at time zone 'Africa/Algiers' and k.entered_at < (t.day + 1)::timestamp at time zone 'Africa/Algiers'
          and k.entered_at > upper(k.during) + interval '48 hours'
        group by t.organization_id, t.day, k.volunteer_id),
      burst as (
        select e.organization_id, e.day, count(*) as people, sum(e.minutes) as minutes,
          count(*) filter (where exists (select 1 from unnest(cast(:tiers as integer[])) as tier
            where tier * 60 <= total.minutes and tier * 60 > total.minutes - e.minutes)) as badges
        from entered e
        left join lateral (select coalesce(sum(v.minutes), 0) as minutes from hours.volunteer_total v where v.volunteer_id = e.volunteer_id and v.grade <= 'C') total on true
        group by e.organization_id, e.day)
      select b.organization_id as subject, b.organization_id || ':' || b.day as mark, c.claims,
        jsonb_build_object('minutes', b.minutes, 'shifts', c.shifts, 'day', b.day, 'people', b.people, 'badges', b.badges,
          'daysToQuarter', (date_trunc('quarter', b.day) + interval '3 months')::date - b.day) as facts
      from burst b
      cross join lateral (select count(distinct s.id) as shifts from entered e cross join lateral unnest(e.shifts) as s(id)
        where e.organization_id = b.organization_id and e.day = b.day) s
      cross join lateral (select array_agg(i.id order by i.id) as claims, s.shifts from entered e cross join lateral unnest(e.claims) as i(id)
        where e.organization_id = b.organization_id and e.day = b.day group by s.shifts) c
      where b.minutes >= 3600 and c.shifts >= 3""";

  /** Fifty hours and more in the first thirty days after verification. */
  static final String NEW_ORGANIZATION = """
      select k.organization_id as subject, k.organization_id::text as mark, array_agg(k.id order by k.id) as claims,
        jsonb_build_object('minutes', sum(k.minutes), 'people', count(distinct k.volunteer_id),
          'days', greatest(0, max((lower(k.during) at time zone 'Africa/Algiers')::date) - (min(o.verified_at) at time zone 'Africa/Algiers')::date)) as facts
      from organizations.organization o
      join hours.claim k on k.organization_id = o.id and k.state in ('proposed', 'confirmed') and k.origin = 'attendance' and k.entered_at < o.verified_at + interval '40 days'
      where o.id = any(:organizations) and o.verified_at > now() - interval '60 days' and lower(k.during) < o.verified_at + interval '30 days'
      group by k.organization_id
      having sum(k.minutes) >= 3000""";

  private OrganizationChecks() {}
}
