package dz.linatatawwa.trainings;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.site.Slice;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Trainings and their sessions, to be read. */
@Service
public class Trainings {

  private static final int SESSIONS_SHOWN = 50;
  private static final int PAGE = 12;

  private final TrainingTable table;
  private final TrainingSessionTable sessions;
  private final Clock clock;

  Trainings(TrainingTable table, TrainingSessionTable sessions, Clock clock) {
    this.table = table;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A training in whatever state. */
  public Optional<Training> find(TrainingId id) {
    return table.find(id, today());
  }

  /** A training that everybody may see: all but drafts and what supervision withholds. */
  public Optional<Training> shown(TrainingId id) {
    return find(id).filter(training -> training.state() != TrainingState.DRAFT && training.state() != TrainingState.WITHHELD);
  }

  public List<Training> findAll(Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : table.findAll(ids, today());
  }

  public Optional<Session> session(SessionId id) {
    return sessions.find(id);
  }

  /** Sessions that have not begun, the next first; at most fifty. */
  public List<Session> coming(TrainingId id) {
    return sessions.coming(id, clock.instant(), SESSIONS_SHOWN);
  }

  /** All sessions of a training, the last first; at most a hundred. */
  public List<Session> sessions(TrainingId id) {
    return sessions.of(id);
  }

  /** What one host has in a state, the newest first. */
  public Slice<Training> of(Host host, TrainingState state, int page) {
    return new Slice<>(table.of(host, state, today(), PAGE, page), page, PAGE, counts(host).getOrDefault(state, 0));
  }

  /** How many trainings of one host are in each state. */
  public Map<TrainingState, Integer> counts(Host host) {
    return table.counts(host);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(Words.ZONE));
  }
}
