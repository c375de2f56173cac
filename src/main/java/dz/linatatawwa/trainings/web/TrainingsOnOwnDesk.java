package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.OwnDeskPart;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.trainings.OwnTraining;
import dz.linatatawwa.trainings.OwnTrainings;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Trainings on a person's own desk: what is coming, and a place that waits to be confirmed. */
@Component
class TrainingsOnOwnDesk implements OwnDeskPart {

  private static final int SHOWN = 3;

  private final OwnTrainings own;
  private final Fragments fragments;

  TrainingsOnOwnDesk(OwnTrainings own, Fragments fragments) {
    this.own = own;
    this.fragments = fragments;
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public Optional<Content> section(SignedIn me, Page page) {
    List<OwnTraining> coming = own.coming(me.id()).stream().limit(SHOWN).toList();
    return coming.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "trainings/onOwnDesk", "coming", coming));
  }

  @Override
  public List<Link> links(SignedIn me, Page page) {
    return List.of(new Link(page.text("trainings.mine"), "/trainings/mine", false));
  }
}
