package dz.linatatawwa.releases;

import dz.linatatawwa.daybook.Units;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** What the codes of a release mean, in each language. */
@Component
public class CodeNames {

  private final Dictionary dictionary;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Units units;

  CodeNames(Dictionary dictionary, Places places, Taxonomy taxonomy, Units units) {
    this.dictionary = dictionary;
    this.places = places;
    this.taxonomy = taxonomy;
    this.units = units;
  }

  /** The name of a code of any column; empty for none. */
  public String name(String code, Language language) {
    if (code.isEmpty()) return "";
    Words words = dictionary.in(language);
    if (code.endsWith("_T")) return words.text("releases.all");
    if (code.endsWith("_X")) return words.text("releases.unknown");
    if (code.matches("[WR](?:69|58|48)_..")) return code.substring(4) + " " + places.name(new WilayaCode(code.substring(4)), language);
    if (code.startsWith("FIELD_")) return taxonomy.name(code.substring(6), language);
    if (code.startsWith("UNIT_")) return units.of(code.substring(5)).map(unit -> unit.name(words)).orElse(code);
    if (code.startsWith("RAMADAN_DAYS_")) return words.text("releases.ramadanDays", Integer.parseInt(code.substring(13)));
    return words.text("releases.code." + code);
  }

  /** A message without the marks that keep a page's directions apart: files are read elsewhere. */
  String plain(Language language, String key, Object... arguments) {
    return dictionary.in(language).text(key, arguments).replaceAll("[\u2066-\u2069]", "");
  }

  Words words(Language language) {
    return dictionary.in(language);
  }
}
