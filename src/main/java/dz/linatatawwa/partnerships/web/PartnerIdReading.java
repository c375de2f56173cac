package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.partnerships.PartnerId;
import dz.linatatawwa.site.NotFound;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the number of a partner out of an address; what cannot be one is not found. */
@Component
class PartnerIdReading implements Converter<String, PartnerId> {

  @Override
  public PartnerId convert(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) throw new NotFound("partner " + text);
    return new PartnerId(Long.parseLong(text));
  }
}
