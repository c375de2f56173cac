package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import java.util.List;

/** The places that the place picker offers. The room that knows the country answers; without it the lists are empty. */
public interface PlaceChoices {

  /** Wilayas by code: value 16, label «16 الجزائر». */
  List<Option> wilayas(Language language);

  /** Communes of a wilaya by name: value is the official code. */
  List<Option> communes(String wilaya, Language language);
}
