package dz.linatatawwa.teams.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.opportunities.Opportunity;
import dz.linatatawwa.opportunities.ShiftId;
import dz.linatatawwa.participation.ApplicationId;
import dz.linatatawwa.participation.Commitment;
import dz.linatatawwa.participation.NamedPeople;
import dz.linatatawwa.participation.NamedPerson;
import dz.linatatawwa.participation.SeatPart;
import dz.linatatawwa.participation.ShiftFacts;
import dz.linatatawwa.site.Fragments;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.teams.Friend;
import dz.linatatawwa.teams.Friends;
import dz.linatatawwa.teams.Invite;
import dz.linatatawwa.teams.SeatOffer;
import dz.linatatawwa.teams.ShownNames;
import dz.linatatawwa.teams.StandIns;
import dz.linatatawwa.teams.Team;
import dz.linatatawwa.teams.Teams;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Ways to come with others where somebody applies, and what is known of it where they look after their seats. */
@Component
class TogetherOnSeats implements SeatPart {

  private final Friends friends;
  private final Teams teams;
  private final StandIns standIns;
  private final NamedPeople named;
  private final ShownNames names;
  private final Fragments fragments;
  private final Clock clock;

  TogetherOnSeats(Friends friends, Teams teams, StandIns standIns, NamedPeople named, ShownNames names, Fragments fragments, Clock clock) {
    this.friends = friends;
    this.teams = teams;
    this.standIns = standIns;
    this.named = named;
    this.names = names;
    this.fragments = fragments;
    this.clock = clock;
  }

  @Override
  public Optional<Content> beforeApplying(Opportunity opportunity, ShiftId shift, Page page) {
    Long me = page.visitor().account();
    List<Team> led = me == null ? List.of() : teams.of(new AccountId(me)).stream().filter(team -> team.ledBy(new AccountId(me))).toList();
    return Optional.of(fragments.of(page, "teams/beforeApplying", "opportunity", opportunity.id().value(), "shift", shift.value(), "teams", led, "family", named.most() > 0));
  }

  @Override
  public Optional<Content> afterApplying(AccountId me, ShiftFacts facts, ApplicationId application, Page page, HttpServletRequest request) {
    Optional<String> token = WithCookie.of(request);
    Optional<Invite> invite = token.flatMap(friends::read).filter(found -> found.facts().shiftId() == facts.shiftId() && !found.host().equals(me));
    return Optional.of(fragments.of(page, "teams/afterApplying", "application", application.value(), "token", invite.isPresent() ? token.orElse("") : "",
        "by", invite.map(found -> names.toStranger(found.host(), page.words())).orElse("")));
  }

  @Override
  public Map<ApplicationId, Content> onCommitments(AccountId me, List<Commitment> coming, Page page) {
    List<Commitment> own = coming.stream().filter(one -> one.id() != null && one.facts().startsAt().isAfter(clock.instant())).toList();
    Map<ShiftId, List<Friend>> with = friends.of(me, own.stream().map(one -> one.facts().id()).toList());
    Map<AccountId, String> known = names.first(with.values().stream().flatMap(List::stream).map(Friend::other).distinct().toList());
    List<SeatOffer> offers = standIns.of(me);
    Map<ApplicationId, List<NamedPerson>> people = named.of(own.stream().map(one -> Objects.requireNonNull(one.id())).toList());
    Map<ApplicationId, Content> parts = new HashMap<>();
    for (Commitment one : own) {
      ApplicationId id = Objects.requireNonNull(one.id());
      Object[] parameters = {"c", one, "friends", with.getOrDefault(one.facts().id(), List.of()), "names", known,
          "people", people.getOrDefault(id, List.of()), "offered", offers.stream().filter(offer -> offer.seat().equals(id)).findFirst().orElse(null)};
      parts.put(id, fragments.of(page, "teams/onCommitment", parameters));
    }
    return parts;
  }
}
