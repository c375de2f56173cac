package dz.linatatawwa.programmes.web;

import dz.linatatawwa.programmes.ProgrammeId;
import dz.linatatawwa.site.NotFound;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the number of a programme out of an address; what cannot be one is not found. */
@Component
class ProgrammeIdReading implements Converter<String, ProgrammeId> {

  @Override
  public ProgrammeId convert(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) throw new NotFound("programme " + text);
    return new ProgrammeId(Long.parseLong(text));
  }
}
