package dz.linatatawwa.world;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a class says in the log as long as this is open, from information upwards: other tests of the same process may have set it to say less. */
public final class Said implements AutoCloseable {

  private final Logger log;
  private final @Nullable Level before;
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private Said(Logger log) {
    this.log = log;
    this.before = log.getLevel();
    log.setLevel(Level.INFO);
    lines.start();
    log.addAppender(lines);
  }

  public static Said by(Class<?> type) {
    return new Said((Logger) LoggerFactory.getLogger(type));
  }

  /** Each as it would be written, without the time. */
  public List<String> lines() {
    return List.copyOf(lines.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void close() {
    log.detachAppender(lines);
    log.setLevel(before);
    lines.stop();
  }
}
