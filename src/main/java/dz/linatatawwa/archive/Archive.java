package dz.linatatawwa.archive;

import dz.linatatawwa.daybook.Unit;
import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.places.WilayaCode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is published in the archive, apart from the ledger. An operation belongs to its first day; one whose month or year alone is known, to the first of it. */
@Service
public class Archive {

  private final JdbcClient db;
  private final Clock clock;
  private final Units unitList;

  Archive(JdbcClient db, Clock clock, Units unitList) {
    this.unitList = unitList;
    this.db = db;
    this.clock = clock;
  }

  /** Sums of whole months come from the tallies, the days before and behind them from the list: two months of it at most.
   *  @param wilaya null: the nation, with what was done in several places */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Sums of(@Nullable WilayaCode wilaya, Period period) {
    Adding sum = new Adding();
    YearMonth first = period.from().getDayOfMonth() == 1 ? YearMonth.from(period.from()) : YearMonth.from(period.from()).plusMonths(1);
    YearMonth last = period.to().equals(YearMonth.from(period.to()).atEndOfMonth()) ? YearMonth.from(period.to()) : YearMonth.from(period.to()).minusMonths(1);
    if (first.isAfter(last)) {
      days(sum, wilaya, period.from(), period.to());
    } else {
      months(sum, wilaya, first, last);
      if (period.from().isBefore(first.atDay(1))) days(sum, wilaya, period.from(), first.atDay(1).minusDays(1));
      if (period.to().isAfter(last.atEndOfMonth())) days(sum, wilaya, last.atEndOfMonth().plusDays(1), period.to());
    }
    return sum.done(clock);
  }

  private void months(Adding sum, @Nullable WilayaCode wilaya, YearMonth first, YearMonth last) {
    String where = wilaya == null ? "" : wilaya.value();
    db.sql("""
        select coalesce(sum(operations), 0) as operations, coalesce(sum(people), 0) as people, coalesce(sum(minutes_d), 0) as minutes_d,
          coalesce(sum(minutes_e), 0) as minutes_e
        from archive.tally
        where wilaya = :wilaya and field = '' and month between :first and :last
        """).param("wilaya", where).param("first", first.atDay(1)).param("last", last.atDay(1)).query(sum::add);
    db.sql("select unit, sum(quantity) as quantity from archive.unit_tally where wilaya = :wilaya and month between :first and :last group by unit")
        .param("wilaya", where).param("first", first.atDay(1)).param("last", last.atDay(1)).query(sum::addUnit);
  }

  private void days(Adding sum, @Nullable WilayaCode wilaya, LocalDate from, LocalDate to) {
    String where = "l.first_day between :from and :to" + (wilaya == null ? "" : " and l.wilaya_code = cast(:wilaya as char(2))");
    db.sql("""
        select count(*) as operations, coalesce(sum(l.people), 0) as people, coalesce(sum(l.minutes) filter (where l.grade = 'D'), 0) as minutes_d,
          coalesce(sum(l.minutes) filter (where l.grade = 'E'), 0) as minutes_e
        from archive.listing l
        where\s""" + where).param("from", from).param("to", to).param("wilaya", wilaya == null ? null : wilaya.value()).query(sum::add);
    db.sql("select u.unit, sum(u.quantity) as quantity from archive.listing l join archive.unit u on u.operation_id = l.operation_id where " + where + " group by u.unit")
        .param("from", from).param("to", to).param("wilaya", wilaya == null ? null : wilaya.value()).query(sum::addUnit);
  }

  private final class Adding {

    private long operations;
    private long people;
    private long proved;
    private long minutes;
    private final Map<Unit, Long> units = new LinkedHashMap<>();

    void add(java.sql.ResultSet row) throws java.sql.SQLException {
      operations += row.getLong("operations");
      people += row.getLong("people");
      proved += row.getLong("minutes_d");
      minutes += row.getLong("minutes_e");
    }

    void addUnit(java.sql.ResultSet row) throws java.sql.SQLException {
      if (row.getLong("quantity") != 0) units.merge(unitList.known(row.getString("unit")), row.getLong("quantity"), Long::sum);
    }

    Sums done(Clock clock) {
      List<Map.Entry<Unit, Long>> sorted = new ArrayList<>(units.entrySet());
      sorted.sort(Map.Entry.<Unit, Long>comparingByValue().reversed());
      Map<Unit, Long> ordered = new LinkedHashMap<>();
      sorted.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
      return new Sums(operations, people, proved, minutes, ordered, clock.instant());
    }
  }
}
