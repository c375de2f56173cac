package dz.linatatawwa.demo;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;

/** Writes campaigns of a wilaya and gathers in them the opportunities of their kind and time, of whatever organisation. */
final class CampaignRows {

  private static final int AT_LEAST = 3;

  private final Connection connection;
  private final Lexicon lexicon;
  private final LocalDate today;

  CampaignRows(Connection connection, Lexicon lexicon, LocalDate today) {
    this.connection = connection;
    this.lexicon = lexicon;
    this.today = today;
  }

  void write() throws SQLException {
    for (Lexicon.Word word : lexicon.words("campaign")) {
      String[] part = word.arabic().split("\\|");
      LocalDate from = latest(part[3]);
      LocalDate to = first(part[4], from);
      gather(part[0], part[1], part[2], from, to);
    }
  }

  /** The last such day that is not more than two months ahead. */
  private LocalDate latest(String monthDay) {
    LocalDate day = MonthDay.parse("--" + monthDay).atYear(today.getYear());
    return day.isAfter(today.plusDays(40)) ? day.minusYears(1) : day;
  }

  private static LocalDate first(String monthDay, LocalDate after) {
    LocalDate day = MonthDay.parse("--" + monthDay).atYear(after.getYear());
    return day.isBefore(after) ? day.plusYears(1) : day;
  }

  private void gather(String activity, String title, String aim, LocalDate from, LocalDate to) throws SQLException {
    String fitting = """
        from opportunities.opportunity o join opportunities.shift s on s.opportunity_id = o.id
        where o.activity_code = ? and o.state <> 'draft' and s.starts_at >= ? and s.starts_at < ?
        """;
    // The organisation with the lowest number owns the campaign; the others have joined it.
    run("with town as (select o.wilaya_code, min(o.organization_id) as owner " + fitting + " group by o.wilaya_code having count(distinct o.id) >= " + AT_LEAST + ") "
        + """
        insert into opportunities.campaign (organization_id, title, aim, starts_on, ends_on, state, made_at, published_at)
        select t.owner, replace(?, '{wilaya}', w.name_ar), ?, ?, ?, case when ? then 'closed' else 'published' end, ?, ?
        from town t join places.wilaya w on w.code = t.wilaya_code order by t.wilaya_code
        """, activity, Date.valueOf(from), Date.valueOf(to), title, aim, Date.valueOf(from), Date.valueOf(to), to.isBefore(today), Date.valueOf(from.minusDays(20)),
        Date.valueOf(from.minusDays(20)));
    run("""
        update opportunities.opportunity t set campaign_id = c.id
        from opportunities.campaign c join organizations.organization g on g.id = c.organization_id, opportunities.shift s
        where c.starts_on = ? and c.aim = ? and t.activity_code = ? and t.state <> 'draft' and s.opportunity_id = t.id and s.starts_at >= c.starts_on
          and s.starts_at < c.ends_on and t.wilaya_code = (select wilaya_code from opportunities.opportunity where organization_id = c.organization_id
            and activity_code = t.activity_code and wilaya_code = t.wilaya_code limit 1)
          and c.title = replace(?, '{wilaya}', (select name_ar from places.wilaya where code = t.wilaya_code))
        """, Date.valueOf(from), aim, activity, title);
  }

  /** To be called after all: who takes part in which campaign. */
  void members() throws SQLException {
    run("""
        insert into opportunities.campaign_organization (campaign_id, organization_id, invited_at, joined_at)
        select distinct c.id, o.organization_id, c.made_at, c.made_at
        from opportunities.opportunity o join opportunities.campaign c on c.id = o.campaign_id
        on conflict do nothing
        """);
  }

  private void run(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
      statement.executeUpdate();
    }
  }
}
