package dz.linatatawwa.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What many ask at the same moment, done in one go: who finds a hand free does at once what they came for; while all hands are full, those who come wait together, and the next free hand takes all of them.
 *  So nobody waits for company, and the more come the larger the goes become. Each go is one durable write, however slow the disk or a second server is.
 *  @param <Q> what is asked
 *  @param <A> its answer */
final class Together<Q, A> {

  /** A call that got lost costs so much and no more. */
  private static final long LONGEST_PARK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final Function<List<Q>, List<A>> go;
  private final Semaphore hands;
  private final int most;
  private final Queue<Waiting<Q, A>> line = new ConcurrentLinkedQueue<>();

  /** @param hands goes at one time
   *  @param most  questions of one go
   *  @param go    answers all, in their order, or none: its fault is then nobody's in particular */
  Together(int hands, int most, Function<List<Q>, List<A>> go) {
    this.hands = new Semaphore(hands);
    this.most = most;
    this.go = go;
  }

  private static final class Waiting<Q, A> {
    private final Q question;
    private final Thread asking = Thread.currentThread();
    private @Nullable A answer;
    /** Some hand is at it: the one who asks has nothing to do but wait. */
    private volatile boolean taken;
    private volatile boolean over;

    Waiting(Q question) {
      this.question = question;
    }
  }

  /** The answer, once the go is over; nothing when the go with this among others failed: ask it alone.
   *  @throws RuntimeException of a go in which this was the only question */
  Optional<A> ask(Q question) {
    Waiting<Q, A> mine = new Waiting<>(question);
    line.add(mine);
    boolean interrupted = false;
    while (!mine.over) {
      if (!mine.taken && hands.tryAcquire()) {
        try {
          take();
        } finally {
          hands.release();
          callNext();
        }
      } else {
        LockSupport.parkNanos(this, LONGEST_PARK_NANOS);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
    return Optional.ofNullable(mine.answer);
  }

  private void take() {
    List<Waiting<Q, A>> taken = new ArrayList<>();
    for (Waiting<Q, A> one; taken.size() < most && (one = line.poll()) != null; ) {
      one.taken = true;
      taken.add(one);
    }
    if (taken.isEmpty()) return;
    try {
      List<A> answers = go.apply(taken.stream().map(one -> one.question).toList());
      for (int i = 0; i < taken.size(); i++) taken.get(i).answer = answers.get(i);
    } catch (RuntimeException failed) {
      // the only one asked knows why; of several it is known of none, so each asks alone
      if (taken.size() == 1 && taken.getFirst().asking == Thread.currentThread()) throw failed;
    } finally {
      for (Waiting<Q, A> one : taken) {
        one.over = true;
        LockSupport.unpark(one.asking);
      }
    }
  }

  private void callNext() {
    Waiting<Q, A> next = line.peek();
    if (next != null) LockSupport.unpark(next.asking);
  }
}
