package dz.linatatawwa.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens on a connection of its own for as long as the platform runs. When the line was cut, words may have been missed: then everybody forgets. */
@Component("ear")
class Ear implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Ear.class);
  private static final int LISTENED_MS = 1000;
  /** After so much silence the line is tried: a server that hangs closes nothing. */
  private static final int SILENCES = 3;
  private static final int ANSWER_MS = 3000;
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final Nodes nodes;
  private final DataSource lines;
  private final ApplicationEventPublisher events;
  private volatile boolean running;
  private volatile @Nullable Connection line;
  private Thread thread = new Thread();
  private boolean heardBefore;

  /** @param hearing new connections for listening alone: past a pooler that gives a connection to another after each transaction */
  Ear(Nodes nodes, @Qualifier("hearing") ObjectProvider<Supplier<DataSource>> hearing, DataSource database, ApplicationEventPublisher events) {
    this.nodes = nodes;
    this.lines = hearing.getIfAvailable(() -> () -> database).get();
    this.events = events;
  }

  @Override
  public void start() {
    running = true;
    // not a virtual one: those wait for each other when thousands come, and who hears too late is taken for deaf
    thread = Thread.ofPlatform().daemon().name("ear").start(this::listenForEver);
  }

  private void listenForEver() {
    while (running) {
      try (Connection open = lines.getConnection()) {
        line = open;
        listen(open);
      } catch (SQLException cut) {
        LOG.debug("the line to the other nodes is cut", cut);
      } finally {
        nodes.hearing(false);
        line = null;
      }
      pause();
    }
  }

  private void listen(Connection open) throws SQLException {
    PGConnection hears = open.unwrap(PGConnection.class);
    open.setNetworkTimeout(Runnable::run, ANSWER_MS);
    ask(open, "listen " + Nodes.CHANNEL);
    if (heardBefore) publish(new Heard(Heard.MISSED, ""));
    heardBefore = true;
    nodes.hearing(true);
    int silences = 0;
    while (running) {
      PGNotification[] words = hears.getNotifications(LISTENED_MS);
      boolean silence = words == null || words.length == 0;
      if (!silence) for (PGNotification word : words) hear(word.getParameter());
      silences = silence ? silences + 1 : 0;
      if (silences % SILENCES == SILENCES - 1) ask(open, "select 1");
    }
  }

  private static void ask(Connection open, String sql) throws SQLException {
    try (Statement statement = open.createStatement()) {
      statement.execute(sql);
    }
  }

  private void hear(String word) {
    int space = word.indexOf(' ');
    publish(space < 0 ? new Heard(word, "") : new Heard(word.substring(0, space), word.substring(space + 1)));
  }

  /** Whoever fails to act on a word must not keep the next from being heard. */
  private void publish(Heard word) {
    try {
      events.publishEvent(word);
    } catch (RuntimeException failed) {
      LOG.warn("a word of another node was heard in vain: {}", word.what(), failed);
    }
  }

  private void pause() {
    try {
      if (running) Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      running = false;
    }
  }

  @Override
  public void stop() {
    running = false;
    Connection open = line;
    try {
      if (open != null) open.abort(Runnable::run);
    } catch (SQLException gone) {
      LOG.debug("the line was gone", gone);
    }
    thread.interrupt();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
