package dz.linatatawwa.attendance;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The deed that arrives by the thousand in one minute: somebody with a seat is there, nothing was said of them yet, and nothing speaks against it. One statement looks, marks and records, so that it is one
 *  round trip and one durable write, and leaves the rows that {@link Merging} would leave. Where it gives no row it changed nothing; Merging then takes the deed, and knows why. Those that come while others
 *  are being written are written together, as one: forty thousand who come at twenty sites otherwise hold the same rows of leaders and shifts at the same time, and that costs more than all they write. */
@Repository
class FirstCheckIns {

  private static final String FIRST = DeedTable.PLACE + """
      mark as (
        insert into attendance.attendance as t (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, folded)
        select p.shift_id, :volunteer, p.application_id, :at, :by, true from place p
        where :at between p.opens and p.shuts and p.application_id is not null and participation.young_fault(p.shift_id, :volunteer, :at) is null
        on conflict (shift_id, volunteer_id) do nothing
        returning checked_in_at as at
      )
      insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, via, device, sequence, device_at, two_sided, reason)
      select :key, :shift, :volunteer, 'check-in', m.at, :by, :via, cast(:device as text), cast(:sequence as bigint), cast(:deviceAt as timestamptz), :twoSided,
        cast(:reason as text) from mark m
      """;

  /** The same of many: of somebody who is named twice the first. Rows are written in one order everywhere, so that no two nodes wait for each other. */
  private static final String FIRST_OF_MANY = """
      with asked as (
        select * from unnest(cast(:keys as text[]), cast(:shifts as bigint[]), cast(:volunteers as bigint[]), cast(:bys as bigint[]), cast(cast(:ats as text[]) as timestamptz[]), cast(:vias as text[]),
          cast(:devices as text[]), cast(:sequences as bigint[]), cast(cast(:deviceAts as text[]) as timestamptz[]), cast(:twoSided as boolean[]), cast(:reasons as text[]),
          cast(:folded as boolean[])) with ordinality as a (key, shift_id, volunteer_id, by_account, at, via, device, sequence, device_at, two_sided, reason, folded, place)
      ),
      place as (
        select distinct on (a.shift_id, a.volunteer_id) a.*, s.application_id
        from asked a cross join lateral (
          select (select p.id from participation.application p where p.shift_id = a.shift_id and p.volunteer_id = a.volunteer_id and p.state = 'accepted') as application_id
          from participation.shift_facts f
          join organizations.runner r on r.organization_id = f.organization_id and r.account_id = a.by_account
          where f.shift_id = a.shift_id and f.shift_state <> 'cancelled' and a.volunteer_id <> a.by_account
            and a.at between f.starts_at - make_interval(mins => f.grace_minutes) and f.ends_at + make_interval(mins => f.grace_minutes)
            and not exists (select from attendance.deed d where d.key = a.key)
            and attendance.held_open(a.shift_id)
          limit 1
        ) s
        where s.application_id is not null and participation.young_fault(a.shift_id, a.volunteer_id, a.at) is null
        order by a.shift_id, a.volunteer_id, a.place
      ),
      mark as (
        insert into attendance.attendance (shift_id, volunteer_id, application_id, checked_in_at, checked_in_by, folded)
        select p.shift_id, p.volunteer_id, p.application_id, p.at, p.by_account, p.folded from place p order by p.shift_id, p.volunteer_id
        on conflict (shift_id, volunteer_id) do nothing
        returning shift_id, volunteer_id
      )
      insert into attendance.deed (key, shift_id, volunteer_id, deed, at, by_account, via, device, sequence, device_at, two_sided, reason)
      select p.key, p.shift_id, p.volunteer_id, 'check-in', p.at, p.by_account, p.via, p.device, p.sequence, p.device_at, p.two_sided, p.reason
      from place p join mark m using (shift_id, volunteer_id)
      returning key
      """;

  /** Goes at one time: measured, four write as many as twenty-four that each write one, with half of the processor. */
  private static final int HANDS = 4;
  private static final int MOST = 64;
  /** Times outside of these the long way takes, which knows what to say of them. */
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient db;
  private final DeedTable deeds;
  private final Together<Arrived, Boolean> together;

  FirstCheckIns(JdbcClient db, DeedTable deeds) {
    this.db = db;
    this.deeds = deeds;
    this.together = new Together<>(HANDS, MOST, this::all);
  }

  /** @param batch not of paper, whose times are another grade, and of no withdrawn kit
   *  @throws org.springframework.dao.DuplicateKeyException when the same line came twice in the same moment */
  Optional<Answer> take(Batch batch, Arrived arrived) {
    if (arrived.kind() != DeedKind.CHECK_IN || batch.via() == Via.PAPER || batch.withdrawn()) return Optional.empty();
    return isDone(arrived) ? Optional.of(new Answer(arrived.key(), Answer.Outcome.DONE, null, arrived.deed().at())) : Optional.empty();
  }

  /** Marked on a leader's page.
   *  @param at in whole microseconds, as it is kept
   *  @return when they came; nothing where this changed nothing
   *  @throws org.springframework.dao.DuplicateKeyException when the same mark came twice in the same moment */
  Optional<Instant> atTheDesk(Mark mark, Instant at) {
    return isDone(Arrived.atTheDesk(mark, DeedKind.CHECK_IN, at, null, null)) ? Optional.of(at) : Optional.empty();
  }

  private boolean isDone(Arrived arrived) {
    boolean alone = TransactionSynchronizationManager.isActualTransactionActive() || !isOfOurTimes(arrived.deed().at()) || !isOfOurTimes(arrived.deviceAt());
    return alone ? one(arrived) : together.ask(arrived).orElseGet(() -> one(arrived));
  }

  /** What is said at the desk alone stands as it was said; with a phone's words it may have to be folded again. */
  private static boolean isFolded(Arrived arrived) {
    return arrived.deed().via() != Via.DESK;
  }

  private static boolean isOfOurTimes(@Nullable Instant at) {
    return at == null || at.isAfter(EARLIEST) && at.isBefore(LATEST);
  }

  private boolean one(Arrived arrived) {
    DayDeed deed = arrived.deed();
    if (!isFolded(arrived)) return deeds.in(new Mark(deed.key(), arrived.by(), arrived.shift(), arrived.volunteer()), DeedKind.CHECK_IN, deed.at()).isPresent();
    return db.sql(FIRST).param("key", deed.key()).param("shift", arrived.shift().value()).param("volunteer", arrived.volunteer().value()).param("by", deed.by())
        .param("at", Sql.at(deed.at())).param("via", deed.via().code()).param("device", deed.device()).param("sequence", arrived.sequence())
        .param("deviceAt", Sql.at(arrived.deviceAt())).param("twoSided", deed.twoSided()).param("reason", arrived.reason()).update() > 0;
  }

  /** For each whether it was recorded. */
  List<Boolean> all(List<Arrived> many) {
    if (many.size() == 1) return List.of(one(many.getFirst()));
    Set<String> done = new HashSet<>(Sql.rows(db.sql(FIRST_OF_MANY).param("keys", each(many, Arrived::key, String[]::new)).param("shifts", each(many, one -> one.shift().value(), Long[]::new))
        .param("volunteers", each(many, one -> one.volunteer().value(), Long[]::new)).param("bys", each(many, one -> one.deed().by(), Long[]::new)).param("ats", each(many, one -> one.deed().at().toString(), String[]::new))
        .param("vias", each(many, one -> one.deed().via().code(), String[]::new)).param("devices", each(many, one -> one.deed().device(), String[]::new)).param("sequences", each(many, Arrived::sequence, Long[]::new))
        .param("deviceAts", each(many, one -> Objects.toString(one.deviceAt(), null), String[]::new)).param("twoSided", each(many, one -> one.deed().twoSided(), Boolean[]::new))
        .param("reasons", each(many, Arrived::reason, String[]::new)).param("folded", each(many, FirstCheckIns::isFolded, Boolean[]::new)).query(String.class)));
    return many.stream().map(one -> done.contains(one.key())).toList();
  }

  private static <T> T[] each(List<Arrived> many, Function<Arrived, @Nullable T> what, IntFunction<T[]> room) {
    return many.stream().map(what).toArray(room);
  }
}
