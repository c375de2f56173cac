package dz.linatatawwa.stories.web;

import dz.linatatawwa.accounts.AccessLog;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.site.Problems;
import dz.linatatawwa.site.View;
import dz.linatatawwa.stories.ShownPeople;
import dz.linatatawwa.stories.ShownPerson;
import dz.linatatawwa.stories.Story;
import dz.linatatawwa.stories.StoryDesk;
import dz.linatatawwa.stories.StoryPictures;
import dz.linatatawwa.stories.StoryRevision;
import dz.linatatawwa.stories.Tellers;
import dz.linatatawwa.volunteers.Volunteers;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers all that the media cell's page of a story shows, also when a form on it was sent and did not fit. */
@Component
class MediaShowing {

  private final StoryDesk desk;
  private final StoryPictures pictures;
  private final ShownPeople people;
  private final Tellers tellers;
  private final Accounts accounts;
  private final Volunteers volunteers;
  private final AccessLog log;
  private final Clock clock;

  MediaShowing(StoryDesk desk, StoryPictures pictures, ShownPeople people, Tellers tellers, Accounts accounts, Volunteers volunteers, AccessLog log, Clock clock) {
    this.desk = desk;
    this.pictures = pictures;
    this.people = people;
    this.tellers = tellers;
    this.accounts = accounts;
    this.volunteers = volunteers;
    this.log = log;
    this.clock = clock;
  }

  /** @param typed what was typed into a form of the page, by field */
  ModelAndView page(Story story, SignedIn me, Problems problems, Map<String, String> typed, HttpServletRequest request) {
    Instant now = clock.instant();
    List<StoryRevision> revisions = desk.revisions(story.id());
    List<ShownPerson> shown = people.of(story.id());
    List<AccountId> named = Stream.concat(Stream.ofNullable(story.teller()), shown.stream().map(ShownPerson::account).filter(Objects::nonNull)).distinct().toList();
    log.noteMinors(me.id(), volunteers.minors(named), "story", story.id().toString(), request);
    List<AccountId> everybody = Stream.concat(named.stream(), revisions.stream().map(StoryRevision::by).filter(Objects::nonNull)).distinct().toList();
    Map<Long, String> names = accounts.names(everybody).entrySet().stream().collect(Collectors.toMap(one -> one.getKey().value(), Map.Entry::getValue));
    StoryDeskView view = new StoryDeskView(story, story.state(now), desk.lacks(story, now), story.teller() == null ? "" : names.getOrDefault(story.teller().value(), ""),
        tellers.about(story).orElse(null), pictures.of(story), shown, revisions, names);
    Object[] parameters = {"view", view, "typed", typed, "problems", problems, "now", now};
    return problems.any() ? View.unprocessable("stories/desk", parameters) : View.of("stories/desk", parameters);
  }
}
