package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A decision that stands and weighs on somebody.
 *  @param id        the room's own number of what was decided
 *  @param title     of whom or what it speaks, as people wrote it
 *  @param said      what was decided and why, in the words of a reader
 *  @param words     of whoever decided; may be empty
 *  @param by        who decided
 *  @param wilaya    whose supervisors look after it; null: the nation's
 *  @param concerned who may contest it, and may not settle it
 *  @param address   the page of those concerned */
public record Ruling(String kind, long id, String title, Function<Words, String> said, String words, AccountId by, Instant at,
    @Nullable WilayaCode wilaya, List<AccountId> concerned, String address) {

  public Ruling {
    concerned = List.copyOf(concerned);
  }
}
