package dz.linatatawwa.api.web;

import dz.linatatawwa.api.ApiKey;
import dz.linatatawwa.api.KeyForm;
import dz.linatatawwa.site.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of a body on its desk, and the form for another.
 *  @param address of the list
 *  @param next    number before which the next part begins; null: this is the last
 *  @param awake   whether the body may act now: else its keys open nothing and none is made */
public record KeysShown(String address, List<Row> rows, @Nullable Long next, KeyForm form, List<Option> scopes, List<Option> lives, boolean awake) {

  /** A key in the list.
   *  @param state living, asleep, ended or revoked
   *  @param maker their name; nobody's any more: a dash */
  public record Row(ApiKey key, String state, String maker) {

    public boolean living() {
      return state.equals("living") || state.equals("asleep");
    }
  }

  public KeysShown {
    rows = List.copyOf(rows);
    scopes = List.copyOf(scopes);
    lives = List.copyOf(lives);
  }
}
