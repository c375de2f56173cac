package dz.linatatawwa.api.web;

import dz.linatatawwa.partnerships.PartnerDeskSection;
import dz.linatatawwa.partnerships.PartnerRole;
import org.springframework.stereotype.Component;

/** The tab of a partner's desk where its keys are. */
@Component
class PartnerKeysTab implements PartnerDeskSection {

  @Override
  public int order() {
    return 95;
  }

  @Override
  public String labelKey() {
    return "api.keys.tab";
  }

  @Override
  public String path() {
    return "/keys";
  }

  @Override
  public PartnerRole least() {
    return PartnerRole.OWNER;
  }
}
