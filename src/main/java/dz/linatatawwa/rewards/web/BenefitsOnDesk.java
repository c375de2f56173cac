package dz.linatatawwa.rewards.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.rewards.Benefit;
import dz.linatatawwa.rewards.Benefits;
import dz.linatatawwa.rewards.Granting;
import dz.linatatawwa.rewards.Standing;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.volunteers.Volunteer;
import dz.linatatawwa.volunteers.Volunteers;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a person's own desk: codes that wait to be used, and benefits that are open to them near where they live. */
@Component
class BenefitsOnDesk implements OwnDeskPart {

  private static final int SHOWN = 3;
  private static final int LOOKED_AT = 20;

  private final Benefits benefits;
  private final Volunteers volunteers;
  private final Fragments fragments;

  BenefitsOnDesk(Benefits benefits, Volunteers volunteers, Fragments fragments) {
    this.benefits = benefits;
    this.volunteers = volunteers;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    Optional<Volunteer> volunteer = volunteers.find(me.id());
    if (volunteer.isEmpty()) return Optional.empty();
    List<Granting> codes = benefits.living(me.id());
    List<Benefit> near = benefits.offered(volunteer.get().wilaya()).stream().limit(LOOKED_AT).toList();
    List<Benefit> open = benefits.standings(me.id(), near).stream().filter(Standing::free).map(Standing::benefit).limit(SHOWN).toList();
    return codes.isEmpty() && open.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "rewards/onDesk", "codes", codes.size(), "open", open));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return List.of(new Link(page.text("rewards.title"), "/benefits", false));
  }
}
