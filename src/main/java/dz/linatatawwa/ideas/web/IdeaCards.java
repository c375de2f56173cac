package dz.linatatawwa.ideas.web;

import dz.linatatawwa.ideas.Adoption;
import dz.linatatawwa.ideas.Adoptions;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaId;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the cards of a list: three statements for a page of them. */
@Component
class IdeaCards {

  private final Adoptions adoptions;
  private final IdeaPictures pictures;
  private final Organizations organizations;
  private final IdeaChoices choices;

  IdeaCards(Adoptions adoptions, IdeaPictures pictures, Organizations organizations, IdeaChoices choices) {
    this.adoptions = adoptions;
    this.pictures = pictures;
    this.organizations = organizations;
    this.choices = choices;
  }

  List<IdeaCard> of(List<Idea> ideas, Words words) {
    List<IdeaId> ids = ideas.stream().map(Idea::id).toList();
    Map<IdeaId, Adoption> adopted = adoptions.of(ids);
    Map<OrganizationId, Organization> bodies = organizations.findAll(adopted.values().stream().map(Adoption::organization).toList());
    Map<IdeaId, String> small = pictures.small(ids);
    return ideas.stream().map(idea -> new IdeaCard(idea, choices.place(idea, words), idea.told().field() == null ? "" : choices.fieldName(idea.told().field(), words.language()),
        small.get(idea.id()), body(adopted.get(idea.id()), bodies, words))).toList();
  }

  private static @Nullable String body(@Nullable Adoption adoption, Map<OrganizationId, Organization> bodies, Words words) {
    Organization body = adoption == null ? null : bodies.get(adoption.organization());
    return body == null ? null : body.name(words.language());
  }
}
