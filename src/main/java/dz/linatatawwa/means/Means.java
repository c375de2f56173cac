package dz.linatatawwa.means;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.opportunities.CampaignId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/** The face of the room: how far works have what they need, and what was promised and brought in a time. */
@Service
public class Means {

  private final BoardTable table;
  private final Needs needs;
  private final Clock clock;

  Means(BoardTable table, Needs needs, Clock clock) {
    this.table = table;
    this.needs = needs;
    this.clock = clock;
  }

  /** A campaign's people and goods side by side, as they stand now; also of organisations that joined it. */
  public Board board(CampaignId campaign) {
    BoardTable.Sums sums = table.sums(campaign, clock.instant());
    return new Board(table.people(campaign, clock.instant()), sums.coming(), sums.seats(), sums.taken(), needs.of(campaign));
  }

  /** What the whole country promised and brought, by unit; units are never added to each other. For the quarterly tables.
   *  @param from the first day in Algiers
   *  @param to   the last one */
  public List<PledgedUnit> pledged(LocalDate from, LocalDate to) {
    return table.pledged(from.atStartOfDay(Words.ZONE).toInstant(), to.plusDays(1).atStartOfDay(Words.ZONE).toInstant());
  }
}
