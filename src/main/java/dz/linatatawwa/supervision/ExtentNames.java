package dz.linatatawwa.supervision;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.List;
import org.springframework.stereotype.Component;

/** Parts of the country by name: the nation, a wilaya, a daira of it, a field of volunteering there. */
@Component
public class ExtentNames {

  private final Places places;
  private final Taxonomy taxonomy;
  private final Accounts accounts;

  ExtentNames(Places places, Taxonomy taxonomy, Accounts accounts) {
    this.places = places;
    this.taxonomy = taxonomy;
    this.accounts = accounts;
  }

  /** «سطيف · دائرة العلمة · البيئة» */
  public String name(Extent extent, Words words) {
    WilayaCode wilaya = extent.wilaya();
    StringBuilder name = new StringBuilder(wilaya == null ? words.text("supervision.nation") : places.name(wilaya, words.language()));
    Integer daira = extent.daira();
    if (daira != null) name.append(" · ").append(words.text("supervision.daira", daira(daira, words)));
    String field = extent.field();
    if (field != null) name.append(" · ").append(taxonomy.name(field, words.language()));
    return name.toString();
  }

  private String daira(int id, Words words) {
    return places.daira(id).orElseThrow().name().in(words.language());
  }

  String person(AccountId account) {
    return accounts.names(List.of(account)).getOrDefault(account, "");
  }
}
