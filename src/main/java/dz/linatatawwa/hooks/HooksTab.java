package dz.linatatawwa.hooks;

import dz.linatatawwa.organizations.DeskSection;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.Role;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tab of an organisation's desk where its owners say which of their systems are told. */
@Component
class HooksTab implements DeskSection {

  private final HookTable table;
  private final Fragments fragments;

  HooksTab(HookTable table, Fragments fragments) {
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
  public boolean openTo(Role role) {
    return role == Role.OWNER;
  }

  @Override
  public String path() {
    return "/hooks";
  }

  /** Addresses that the platform itself paused. */
  @Override
  public Optional<Content> section(Organization organization, Role role, Page page) {
    if (role != Role.OWNER) return Optional.empty();
    List<Hook> paused = table.of(new HookOwner.OfOrganization(organization.id())).stream().filter(hook -> hook.pause() != null && hook.pause() != Hook.Pause.PERSON).toList();
    return paused.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "hooks/trouble", "hooks", paused, "desk", "/organizations/" + organization.id() + "/desk/hooks/"));
  }
}
