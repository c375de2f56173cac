package dz.linatatawwa.hooks;

import dz.linatatawwa.partnerships.Partner;
import dz.linatatawwa.partnerships.PartnerDeskSection;
import dz.linatatawwa.partnerships.PartnerRole;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tab of a partner's desk where its owners say which of their systems are told. */
@Component
class PartnerHooksTab implements PartnerDeskSection {

  private final HookTable table;
  private final Fragments fragments;

  PartnerHooksTab(HookTable table, Fragments fragments) {
    this.table = table;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 96;
  }

  @Override
  public String labelKey() {
    return "hooks.title";
  }

  @Override
  public String path() {
    return "/hooks";
  }

  @Override
  public PartnerRole least() {
    return PartnerRole.OWNER;
  }

  /** Addresses that the platform itself paused. */
  @Override
  public Optional<Content> section(Partner partner, PartnerRole role, Page page) {
    List<Hook> paused = table.of(new HookOwner.OfPartner(partner.id())).stream().filter(hook -> hook.pause() != null && hook.pause() != Hook.Pause.PERSON).toList();
    return paused.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "hooks/trouble", "hooks", paused, "desk", "/partners/" + partner.id() + "/desk/hooks/"));
  }
}
