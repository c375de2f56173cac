package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.partnerships.AgreementId;
import dz.linatatawwa.site.NotFound;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the number of an agreement out of an address; what cannot be one is not found. */
@Component
class AgreementIdReading implements Converter<String, AgreementId> {

  @Override
  public AgreementId convert(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) throw new NotFound("agreement " + text);
    return new AgreementId(Long.parseLong(text));
  }
}
