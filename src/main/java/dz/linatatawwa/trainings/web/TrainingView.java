package dz.linatatawwa.trainings.web;

import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.eligibility.Eligibility;
import dz.linatatawwa.eligibility.RuleWords;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.places.Places;
import dz.linatatawwa.site.Page;
import dz.linatatawwa.taxonomy.Taxonomy;
import dz.linatatawwa.trainings.Completions;
import dz.linatatawwa.trainings.Registered;
import dz.linatatawwa.trainings.Registrations;
import dz.linatatawwa.trainings.Session;
import dz.linatatawwa.trainings.Training;
import dz.linatatawwa.trainings.Trainings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a training shows to somebody. */
@Component
class TrainingView {

  private final Trainings trainings;
  private final Registrations registrations;
  private final Completions completions;
  private final Eligibility eligibility;
  private final RuleWords ruleWords;
  private final Places places;
  private final Taxonomy taxonomy;
  private final Clock clock;

  TrainingView(Trainings trainings, Registrations registrations, Completions completions, Eligibility eligibility, RuleWords ruleWords,
      Places places, Taxonomy taxonomy, Clock clock) {
    this.trainings = trainings;
    this.registrations = registrations;
    this.completions = completions;
    this.eligibility = eligibility;
    this.ruleWords = ruleWords;
    this.places = places;
    this.taxonomy = taxonomy;
    this.clock = clock;
  }

  /** @param refused why a registration that was just asked for is not possible, or null */
  Object[] show(Training it, Optional<SignedIn> me, @Nullable Registered refused, Page page) {
    List<Session> sessions = trainings.coming(it.id());
    Words words = page.words();
    Map<Long, String> wheres = sessions.stream().collect(Collectors.toMap(s -> s.id().value(),
        s -> Addresses.place(s.remote(), s.address(), s.commune(), s.wilaya(), places, words)));
    boolean held = me.map(who -> completions.held(List.of(who.id().value()), LocalDate.now(clock.withZone(Words.ZONE)))
        .getOrDefault(who.id().value(), Set.of()).contains(it.id().toString())).orElse(false);
    return new Object[] {"training", it, "fieldName", taxonomy.name(it.field(), page.language()), "sessions", sessions, "wheres", wheres,
        "lines", ruleWords.lines(it.rule(), words),
        "judgement", me.isEmpty() || it.rule().all().isEmpty() ? null : eligibility.judge(it.rule(), me.get().id()), "ruleWords", ruleWords, "standing", me.flatMap(who -> registrations.standing(who.id(), it.id())).orElse(null), "held", held, "refused", refused};
  }
}
