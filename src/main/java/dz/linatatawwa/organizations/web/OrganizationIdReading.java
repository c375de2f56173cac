package dz.linatatawwa.organizations.web;

import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.site.NotFound;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads the number of an organisation out of an address; what cannot be one is not found. */
@Component
class OrganizationIdReading implements Converter<String, OrganizationId> {

  @Override
  public OrganizationId convert(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) throw new NotFound("organisation " + text);
    return new OrganizationId(Long.parseLong(text));
  }
}
