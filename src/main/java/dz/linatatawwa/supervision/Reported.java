package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.places.WilayaCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thing that people may report, as its room knows it.
 *  @param title   a name, as people wrote it
 *  @param address the page on which everybody sees it, or saw it
 *  @param wilaya  whose supervisors look after it; null: the nation's
 *  @param people  who answers for it: they are told, and do not decide
 *  @param owner   whose it is, where that can be reported too: an organisation
 *  @param shown   whether the public sees it now */
public record Reported(Thing thing, String title, String address, @Nullable WilayaCode wilaya, List<AccountId> people, @Nullable Thing owner, boolean shown) {

  public Reported {
    people = List.copyOf(people);
  }
}
