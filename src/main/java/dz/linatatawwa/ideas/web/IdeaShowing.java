package dz.linatatawwa.ideas.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.ideas.Adoption;
import dz.linatatawwa.ideas.Adoptions;
import dz.linatatawwa.ideas.Bylines;
import dz.linatatawwa.ideas.Comment;
import dz.linatatawwa.ideas.Idea;
import dz.linatatawwa.ideas.IdeaAnswers;
import dz.linatatawwa.ideas.IdeaBacking;
import dz.linatatawwa.ideas.IdeaComments;
import dz.linatatawwa.ideas.IdeaPictures;
import dz.linatatawwa.ideas.Step;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.Organization;
import dz.linatatawwa.organizations.OrganizationId;
import dz.linatatawwa.organizations.Organizations;
import dz.linatatawwa.site.Link;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.site.PageMaker;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.site.View;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers all that the page of an idea shows, also when a form on it was sent and did not fit. */
@Component
class IdeaShowing {

  private static final int DAYS_AHEAD = 14;

  private final IdeaAnswers answers;
  private final IdeaBacking backing;
  private final IdeaComments comments;
  private final IdeaPictures pictures;
  private final Adoptions adoptions;
  private final IdeaWorks works;
  private final Bylines bylines;
  private final Organizations organizations;
  private final IdeaChoices choices;
  private final PageMaker pages;
  private final Clock clock;

  IdeaShowing(IdeaAnswers answers, IdeaBacking backing, IdeaComments comments, IdeaPictures pictures, Adoptions adoptions, IdeaWorks works, Bylines bylines,
      Organizations organizations, IdeaChoices choices, PageMaker pages, Clock clock) {
    this.answers = answers;
    this.backing = backing;
    this.comments = comments;
    this.pictures = pictures;
    this.adoptions = adoptions;
    this.works = works;
    this.bylines = bylines;
    this.organizations = organizations;
    this.choices = choices;
    this.pages = pages;
    this.clock = clock;
  }

  /** @param typed what was typed into a form of the page, by field */
  ModelAndView page(Idea idea, Optional<SignedIn> me, Problems problems, Map<String, String> typed, HttpServletRequest request) {
    Words words = pages.page(request).words();
    Map<String, String> values = new HashMap<>(Map.of("from", today().plusDays(DAYS_AHEAD).toString(), "to", today().plusDays(3L * DAYS_AHEAD).toString()));
    values.putAll(typed);
    Object[] parameters = {"view", view(idea, me.map(SignedIn::id).orElse(null), words, IdeaPages.number(request.getParameter("page"))), "typed", values,
        "states", choices.states(words), "now", clock.instant(), "problems", problems};
    return problems.any() ? View.unprocessable("ideas/show", parameters) : View.of("ideas/show", parameters);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }

  private IdeaView view(Idea idea, @Nullable AccountId me, Words words, int page) {
    Adoption adoption = adoptions.of(idea.id()).orElse(null);
    return new IdeaView(idea, choices.place(idea, words), idea.told().field() == null ? "" : choices.fieldName(idea.told().field(), words.language()),
        bylines.of(idea.author(), words), pictures.of(idea.id()), steps(idea, words), adoption == null ? null : hands(adoption, words), remarks(idea, me, words, page),
        me == null ? IdeaBacking.Mine.NONE : backing.of(me, idea.id()), powers(idea, adoption, me, words));
  }

  private List<IdeaView.Line> steps(Idea idea, Words words) {
    List<Step> steps = answers.of(idea.id());
    Map<OrganizationId, Organization> bodies = organizations.findAll(steps.stream().map(Step::organization).filter(Objects::nonNull).distinct().toList());
    return steps.stream().map(step -> {
      Organization body = step.organization() == null ? null : bodies.get(step.organization());
      return new IdeaView.Line(step, body == null ? "" : body.name(words.language()));
    }).toList();
  }

  private IdeaView.Hands hands(Adoption adoption, Words words) {
    Organization body = organizations.find(adoption.organization()).orElseThrow();
    return new IdeaView.Hands(new Link(body.name(words.language()), "/organizations/" + body.id(), body.verified()), works.shown(adoption), adoption.deskPath());
  }

  private Slice<IdeaView.Remark> remarks(Idea idea, @Nullable AccountId me, Words words, int page) {
    Slice<Comment> found = comments.of(idea.id(), page);
    Map<AccountId, String> names = bylines.of(found.rows().stream().filter(Comment::seen).map(Comment::author).filter(Objects::nonNull).distinct().toList(), words);
    Instant now = clock.instant();
    List<IdeaView.Remark> rows = found.rows().stream().map(comment -> new IdeaView.Remark(comment,
        comment.author() == null ? words.text("ideas.somebody") : names.getOrDefault(comment.author(), words.text("ideas.somebody")),
        comment.by(me), comment.by(me) && comment.editable(now))).toList();
    return new Slice<>(rows, found.number(), found.size(), found.total());
  }

  private IdeaView.Powers powers(Idea idea, @Nullable Adoption adoption, @Nullable AccountId me, Words words) {
    if (me == null) return new IdeaView.Powers(false, false, false, false, List.of());
    boolean runs = adoption != null && organizations.mayRun(me, adoption.organization());
    List<Option> bodies = adoption != null || !idea.adoptable() ? List.of() : organizations.ofMember(me).stream()
        .filter(membership -> membership.role().runs() && membership.organization().verified())
        .map(membership -> Option.of(membership.organization().id().toString(), membership.organization().name(words.language()))).toList();
    return new IdeaView.Powers(true, idea.by(me), answers.may(me, idea), runs, bodies);
  }
}
