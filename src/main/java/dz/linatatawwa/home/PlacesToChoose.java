package dz.linatatawwa.home;

import com.ibm.icu.text.Collator;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PlaceChoices;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Offers the country's wilayas, by code, and their communes, by name, to the place picker of the frame. */
@Component
class PlacesToChoose implements PlaceChoices {

  private final Places places;
  private final Map<Language, List<Option>> wilayas = new ConcurrentHashMap<>();

  PlacesToChoose(Places places) {
    this.places = places;
  }

  @Override
  public List<Option> wilayas(Language language) {
    return wilayas.computeIfAbsent(language, l -> places.wilayas().stream()
        .map(wilaya -> Option.of(wilaya.code().value(), wilaya.code().value() + " " + wilaya.name().in(l))).toList());
  }

  @Override
  public List<Option> communes(String wilaya, Language language) {
    Collator collator = Collator.getInstance(language.locale());
    return WilayaCode.of(wilaya).map(places::communes).orElse(List.of()).stream()
        .map(commune -> Option.of(commune.code().value(), commune.name().in(language)))
        .sorted(Comparator.comparing(Option::label, collator::compare)).toList();
  }
}
