package dz.linatatawwa.integrity;

/** The checks on one shift: how its hours were written down and confirmed. From five people on, so that a family that came together is not one. */
final class ShiftChecks {

  /** In the time of a glance at each name nobody has looked at five. */
  static final String SECONDS = """
      select k.shift_id as subject, k.shift_id || ':' || k.decided_by as mark, array_agg(k.id order by k.id) as claims,
        jsonb_build_object('people', count(*), 'seconds', ceil(max(extract(epoch from k.decided_at - k.proposed_at))), 'confirmer', k.decided_by) as facts
      from hours.claim k
      where k.shift_id = any(:shifts) and k.state = 'confirmed' and k.decided_at - k.proposed_at <= interval '30 seconds' and k.origin = 'attendance'
      group by k.shift_id, k.decided_by
      having count(*) >= 5""";

  /** How many share the commonest pair of minutes of coming and going. Whose going was only proposed does not count. */
  private static final String TIMES = """
      with time as (
        select k.shift_id, date_trunc('minute', lower(k.during)) as came, date_trunc('minute', upper(k.during)) as went, k.id,
          'walk-in' = any(k.flags) as walk_in
        from hours.claim k
        where k.shift_id = any(:shifts) and k.state in ('proposed', 'confirmed') and not 'no-check-out' = any(k.flags)),
      alike as (select shift_id, came, went, count(*) as same from time group by 1, 2, 3),
      shift as (
        select t.shift_id, count(*) as people, count(*) filter (where t.walk_in) as walk_ins, array_agg(t.id order by t.id) as claims,
          (select max(a.same) from alike a where a.shift_id = t.shift_id) as same
        from time t group by t.shift_id)
      select shift_id as subject, shift_id::text as mark, claims,
        jsonb_build_object('people', people, 'walkIns', walk_ins, 'same', same) as facts
      from shift
      where people >= 5""";

  static final String IDENTICAL = TIMES + " and same >= 0.9 * people";

  static final String GHOST = TIMES + " and walk_ins >= 0.9 * people and same >= 0.8 * people";

  /** Four people and more: brothers and sisters at one phone are three at most. */
  static final String DEVICE = """
      select k.shift_id as subject, k.shift_id || ':' || encode(s.device_mark, 'hex') as mark, array_agg(distinct k.id) as claims,
        jsonb_build_object('people', count(distinct k.volunteer_id)) as facts
      from hours.claim k
      join accounts.session s on s.account_id = k.volunteer_id and s.device_mark is not null
        and s.opened_at <= upper(k.during) + interval '14 days' and s.seen_at >= lower(k.during) - interval '14 days'
      where k.shift_id = any(:shifts) and k.state in ('proposed', 'confirmed')
      group by k.shift_id, s.device_mark
      having count(distinct k.volunteer_id) >= 4""";

  static final String AFTERWARDS = """
      select k.shift_id as subject, k.shift_id::text as mark, array_agg(k.id order by k.id) as claims,
        jsonb_build_object('people', count(*), 'days', max(floor(extract(epoch from k.entered_at - upper(k.during)) / 86400))) as facts
      from hours.claim k
      where k.shift_id = any(:shifts) and k.state in ('proposed', 'confirmed') and k.entered_at > upper(k.during) + interval '48 hours' and k.origin = 'attendance'
      group by k.shift_id
      having count(*) >= 6""";

  private ShiftChecks() {}
}
