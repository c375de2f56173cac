package dz.linatatawwa.supervision.web;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Accounts;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.WilayaCode;
import dz.linatatawwa.site.Slice;
import dz.linatatawwa.supervision.Absences;
import dz.linatatawwa.supervision.ExtentNames;
import dz.linatatawwa.supervision.Power;
import dz.linatatawwa.supervision.Powers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Powers as a tree: each under the one out of which it was given. */
@Component
class PowerTree {

  private static final int PAGE = 40;
  private static final Duration SOON = Duration.ofDays(30);

  private final Powers powers;
  private final Absences absences;
  private final Accounts accounts;
  private final ExtentNames names;
  private final Clock clock;

  PowerTree(Powers powers, Absences absences, Accounts accounts, ExtentNames names, Clock clock) {
    this.powers = powers;
    this.absences = absences;
    this.accounts = accounts;
    this.names = names;
    this.clock = clock;
  }

  /** A page of the tree: so many roots with all that hangs under them.
   *  @param rows  in the order of the page
   *  @param roots the slice of them
   *  @param total powers in all */
  record Part(List<PowerRow> rows, Slice<Power> roots, int total) {}

  /** What somebody may see of it. @param wilaya null: everything */
  Part seenBy(AccountId person, @Nullable WilayaCode wilaya, int page, Words words) {
    List<Power> seen = powers.seenBy(person).stream().filter(power -> wilaya == null || wilaya.equals(power.extent().wilaya())).toList();
    Set<Long> shown = seen.stream().map(Power::id).collect(Collectors.toSet());
    Map<Long, List<Power>> under = new HashMap<>();
    List<Power> roots = new ArrayList<>();
    for (Power power : seen) {
      Long parent = power.parent();
      if (parent != null && shown.contains(parent)) under.computeIfAbsent(parent, none -> new ArrayList<>()).add(power);
      else roots.add(power);
    }
    List<Power> part = roots.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
    List<Hung> hung = new ArrayList<>();
    part.forEach(root -> hang(root, 0, under, hung));
    return new Part(rows(person, hung, words), new Slice<>(part, page, PAGE, roots.size()), seen.size());
  }

  private record Hung(Power power, int depth, int deputies) {}

  private static int hang(Power power, int depth, Map<Long, List<Power>> under, List<Hung> into) {
    int place = into.size();
    into.add(new Hung(power, depth, 0));
    int deputies = 0;
    for (Power deputy : under.getOrDefault(power.id(), List.of())) deputies += 1 + hang(deputy, depth + 1, under, into);
    into.set(place, new Hung(power, depth, deputies));
    return deputies;
  }

  private List<PowerRow> rows(AccountId person, List<Hung> hung, Words words) {
    Map<AccountId, String> people = accounts.names(hung.stream().flatMap(one -> Stream.of(one.power().account(), one.power().grantedBy())).distinct().toList());
    return hung.stream().map(one -> row(person, one, people, words)).toList();
  }

  private PowerRow row(AccountId person, Hung hung, Map<AccountId, String> people, Words words) {
    Power power = hung.power();
    boolean lent = power.absence() != null;
    return new PowerRow(power.id(), hung.depth(), power.account().value(), people.getOrDefault(power.account(), ""), names.name(power.extent(), words),
        words.text("supervision.people.term", words.date(power.from()), words.date(power.until().minusMillis(1))), state(power), people.getOrDefault(power.grantedBy(), ""), hung.deputies(),
        !lent && powers.mayEnd(person, power), !lent && absences.mayArrange(person, power.account()));
  }

  private String state(Power power) {
    Instant now = clock.instant();
    if (power.absence() != null) return "lent";
    if (power.from().isAfter(now)) return "later";
    return power.until().isBefore(now.plus(SOON)) ? "soon" : "now";
  }
}
