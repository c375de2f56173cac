package dz.linatatawwa.reports;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.supervision.Thing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the reports about one thing add up to, and what was decided of it.
 *  @param owner    whose the thing is, where that can be reported too
 *  @param urgent   danger or minors: the shorter clock
 *  @param reports  by how many
 *  @param decision null while it waits
 *  @param mended   when its people said that it is mended */
public record Concern(long id, Thing thing, @Nullable Thing owner, String title, @Nullable WilayaCode wilaya, Instant openedAt, boolean urgent, int reports,
    @Nullable Decision decision, @Nullable Mended mended) {

  /** What a supervisor decided.
   *  @param hidden      took the thing out of sight
   *  @param ownerHidden suspended whose it is
   *  @param releasedAt  when what was hidden came back */
  public record Decision(Ending ending, @Nullable String code, String words, AccountId by, Instant at, boolean hidden, boolean ownerHidden,
      @Nullable Instant releasedAt) {

    /** Whether it weighs on somebody now. */
    public boolean stands() {
      return ending.harsh() && releasedAt == null;
    }
  }

  /** What its people say they have mended. */
  public record Mended(Instant at, String words) {}

  public boolean open() {
    return decision == null;
  }

  /** Whether its people may say that it is mended: it is hidden until then, and they have not said so yet. */
  public boolean mendable() {
    return decision != null && decision.ending() == Ending.WITHHELD && decision.stands() && mended == null;
  }
}
