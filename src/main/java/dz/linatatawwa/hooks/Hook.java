package dz.linatatawwa.hooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An address that is told what happens.
 *  @param about        what its owner calls it; may be empty
 *  @param kinds        of what it is told
 *  @param formerUntil  until when the secret before signs too; null: there is none
 *  @param failingSince since when nothing has arrived; null: the last message did, or none was sent
 *  @param pausedAt     null: it is told */
public record Hook(HookId id, HookOwner owner, String address, String about, List<HookKind> kinds, Instant madeAt, @Nullable Instant formerUntil, @Nullable Instant failingSince,
    @Nullable Instant pausedAt, @Nullable Pause pause) {

  /** Why an address is told nothing for now. */
  public enum Pause {
    /** Somebody wanted it. */
    PERSON,
    /** For days nothing arrived. */
    FAILING,
    /** It answered that it is gone for good (410). */
    GONE;

    /** As the database and keys of words write it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Hook {
    kinds = List.copyOf(kinds);
  }

  /** How a page writes its state: {@code live}, {@code failing}, or why it is paused. */
  public String state() {
    Pause why = pause;
    if (why != null) return "paused-" + why.code();
    return failingSince == null ? "live" : "failing";
  }

  /** What to call it: what its owner says, else its address. */
  public String name() {
    return about.isEmpty() ? address : about;
  }
}
