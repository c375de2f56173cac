package dz.linatatawwa.releases;

import dz.linatatawwa.accounts.AccountId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts a draft in the background, for whoever asked for it on a page: one at a time, and nobody waits with an open connection. */
@Component
public class Drafting {

  private static final Logger LOG = LoggerFactory.getLogger(Drafting.class);

  private final Releases releases;
  private final AtomicReference<@Nullable Term> running = new AtomicReference<>();
  private volatile @Nullable Failed failed;

  /** The last wish that came to nothing. */
  public record Failed(Term term, Made.Why why) {}

  Drafting(Releases releases) {
    this.releases = releases;
  }

  /** @return false while another one is being counted here */
  public boolean begin(Term term, AccountId by) {
    if (!running.compareAndSet(null, term)) return false;
    failed = null;
    Thread.ofVirtual().name("release " + term.name()).start(() -> count(term, by));
    return true;
  }

  /** What is being counted here now. */
  public Optional<Term> running() {
    return Optional.ofNullable(running.get());
  }

  /** What became of the last one, where nothing was made. */
  public Optional<Failed> failed() {
    return Optional.ofNullable(failed);
  }

  private void count(Term term, AccountId by) {
    try {
      if (releases.draft(term, by) instanceof Made.Refused(Made.Why why)) failed = new Failed(term, why);
    } catch (RuntimeException e) {
      LOG.warn("no draft of {}", term.name(), e);
      failed = new Failed(term, Made.Why.GONE);
    } finally {
      running.set(null);
    }
  }
}
