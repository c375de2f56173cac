package dz.linatatawwa.certificates;

import dz.linatatawwa.organizations.DeskSection;
import org.springframework.stereotype.Component;

/** The tab of certificates on an organisation's desk. */
@Component
class CertificatesOfOrganization implements DeskSection {

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String labelKey() {
    return "certificates.batch.tab";
  }

  @Override
  public String path() {
    return "/certificates";
  }
}
