package dz.linatatawwa.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dz.linatatawwa.figures.Answer;
import dz.linatatawwa.figures.Breakdown;
import dz.linatatawwa.figures.Figures;
import dz.linatatawwa.figures.Filter;
import dz.linatatawwa.figures.Period;
import dz.linatatawwa.figures.Question;
import dz.linatatawwa.figures.Scope;
import dz.linatatawwa.site.DataReplaced;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What figures answered a moment ago: a page and what decides whether it may be shown read the same numbers. Figures themselves remember for fifty seconds. */
@Component
class Answers {

  /** What every page of numbers is divided by. */
  static final Set<Breakdown> ALL = Set.copyOf(EnumSet.complementOf(EnumSet.of(Breakdown.RESIDENCE)));
  /** Places and months alone: cheaper, where only these are looked at. */
  private static final Set<Breakdown> OUTLINE = Set.copyOf(EnumSet.of(Breakdown.PLACE, Breakdown.MONTH));
  private static final Duration FRESH = Duration.ofSeconds(8);
  private static final int MOST = 4_000;

  private record Asked(Question question, Set<Breakdown> by) {}

  private final Figures figures;
  private final Cache<Asked, Answer> kept = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(FRESH).build();

  Answers(Figures figures) {
    this.figures = figures;
  }

  /** With every breakdown of a page. */
  Answer whole(Question question) {
    return ask(question, ALL);
  }

  /** Its total, places and months. */
  Answer outline(Scope scope, Period period) {
    Question question = new Question(scope, period, Filter.NONE);
    Answer whole = kept.getIfPresent(new Asked(question, ALL));
    return whole == null ? ask(question, OUTLINE) : whole;
  }

  Answer ask(Question question, Set<Breakdown> by) {
    Asked asked = new Asked(question, by);
    Answer known = kept.getIfPresent(asked);
    if (known != null) return known;
    Answer found = figures.answer(question, by);
    kept.put(asked, found);
    return found;
  }

  /** Forgets everything at once. */
  @EventListener(DataReplaced.class)
  public void forget() {
    kept.invalidateAll();
  }
}
