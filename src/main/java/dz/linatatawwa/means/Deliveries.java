package dz.linatatawwa.means;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.daybook.Goods;
import dz.linatatawwa.daybook.GoodsKind;
import dz.linatatawwa.daybook.GoodsLine;
import dz.linatatawwa.daybook.Keys;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.site.NotFound;
import dz.linatatawwa.supervision.Audit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is brought: confirmed by the organisation, partly too, and thanked for. Who may confirm is the caller's to check. */
@Service
public class Deliveries {

  private final BroughtTable table;
  private final NeedTable needs;
  private final PledgeTable pledges;
  private final Goods goods;
  private final MeansTidings tidings;
  private final Audit audit;

  Deliveries(BroughtTable table, NeedTable needs, PledgeTable pledges, Goods goods, MeansTidings tidings, Audit audit) {
    this.table = table;
    this.needs = needs;
    this.pledges = pledges;
    this.goods = goods;
    this.tidings = tidings;
    this.audit = audit;
  }

  /** Confirms that something was brought, once for the key; who promised it is thanked. More than was promised, or wanted, is a fact and is written down.
   *  @param pledge the promise that it keeps; null: it was brought without one
   *  @param shift  the day on whose screen it is ticked; null: on the desk
   *  @param amount 1 to {@value Wanted#MOST}
   *  @return the number of the line
   *  @throws NotFound when the promise is of another need */
  @Transactional
  public long receive(Need of, @Nullable Long pledge, @Nullable ShiftId shift, String key, int amount, AccountId by) {
    if (!Keys.fit(key) || key.startsWith("reversal-")) throw new NotFound("not a key");
    Need need = needs.lock(of.id()).orElseThrow();
    Pledge promised = pledge == null ? null
        : pledges.find(pledge).filter(found -> found.need().equals(need.id())).orElseThrow(() -> new NotFound("pledge " + pledge + " of need " + need.id()));
    boolean before = table.exists(key);
    long line = table.insert(need.id(), pledge, shift, key, amount, by).orElseThrow(() -> new NotFound("a key of another need"));
    if (promised != null && !before) tidings.thanks(need, promised, amount, line);
    return line;
  }

  /** A line was a mistake: what it said is taken back, and both stay written.
   *  @return false when that was said before
   *  @throws NotFound when it is not of this need */
  @Transactional
  public boolean reverse(Need of, long id, AccountId by) {
    Need need = needs.lock(of.id()).orElseThrow();
    Brought line = table.find(id).filter(found -> found.need().equals(need.id())).orElseThrow(() -> new NotFound("delivery " + id + " of need " + need.id()));
    if (!table.reverse(line, by)) return false;
    audit.note(by, "delivery.reversed", "delivery", id, null);
    ShiftId day = line.shift() == null ? null : new ShiftId(line.shift());
    if (day != null) table.inBook(id).ifPresent(written -> goods.remove(day, written, by));
    if (line.pledge() != null) tidings.reversed(need, pledges.find(line.pledge()).orElseThrow(), line.amount(), id);
    return true;
  }

  /** Writes into the day's book that what was brought was used: one line, once, so that nothing is counted twice.
   *  @return false when the book has as many lines as it may have
   *  @throws NotFound when it was not ticked on this day */
  @Transactional
  public boolean use(ShiftId shift, long id, AccountId by) {
    Brought line = table.find(id).filter(found -> found.shift() != null && found.shift() == shift.value() && !found.reversed())
        .orElseThrow(() -> new NotFound("delivery " + id + " of shift " + shift));
    Optional<Long> written = table.inBook(id);
    written.ifPresent(before -> goods.putBack(shift, before));
    if (written.isPresent()) return true;
    Need need = needs.find(line.need()).orElseThrow();
    return goods.add(shift, by, "delivery-" + id, new GoodsLine(0, GoodsKind.USED, need.wanted().item(), line.amount(), need.wanted().unit()));
  }

  /** What was brought of a need, the newest first; what was reversed is among it. */
  public List<Brought> of(NeedId need) {
    return table.of(need);
  }

  /** What was ticked on a day's screen and stands. */
  public List<Brought> of(ShiftId shift) {
    return table.of(shift);
  }

  /** One line, whatever its need. */
  public Brought find(long id) {
    return table.find(id).orElseThrow(() -> new NotFound("delivery " + id));
  }
}
