package dz.linatatawwa.daybook.web;

import dz.linatatawwa.daybook.DayPictures;
import dz.linatatawwa.daybook.Picture;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.OpportunityPageSection;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pictures of closed days on the public page of an opportunity. */
@Component
class PicturesOnPages implements OpportunityPageSection {

  private final DayPictures pictures;
  private final Fragments fragments;

  PicturesOnPages(DayPictures pictures, Fragments fragments) {
    this.pictures = pictures;
    this.fragments = fragments;
  }

  @Override
  public Optional<Content> section(Opportunity opportunity, Page page) {
    List<Picture> shown = pictures.shown(opportunity.id());
    return shown.isEmpty() ? Optional.empty() : Optional.of(fragments.of(page, "daybook/pictures", "title", opportunity.title(), "pictures", shown));
  }
}
