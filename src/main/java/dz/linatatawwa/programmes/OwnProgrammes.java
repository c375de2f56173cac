package dz.linatatawwa.programmes;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a member's own desk: the programmes they are in, and invitations that wait. */
@Component
class OwnProgrammes implements OwnDeskPart {

  private final ProgrammeMembers members;
  private final ProgrammeTable programmes;
  private final Fragments fragments;

  OwnProgrammes(ProgrammeMembers members, ProgrammeTable programmes, Fragments fragments) {
    this.members = members;
    this.programmes = programmes;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<Membership> mine = members.of(me.id());
    List<Programme> invited = members.invitations(me.id());
    if (mine.isEmpty() && invited.isEmpty()) return Optional.empty();
    List<Programme> joined = List.copyOf(programmes.findAll(mine.stream().map(Membership::programme).toList()).values());
    return Optional.of(fragments.of(page, "programmes/own", "joined", joined, "invited", invited.size()));
  }
}
