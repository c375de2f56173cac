package dz.linatatawwa.upkeep;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads along in the log for warnings and faults, so that work that swallows its own faults and tries again is still seen. Keeps one line for each part of the program. */
@Component
class Troubles {

  private static final int MOST = 200;
  private static final String HOUSE = "dz.linatatawwa.";

  private final Map<String, Trouble> found = new ConcurrentHashMap<>();
  private final AppenderBase<ILoggingEvent> reader = new AppenderBase<>() {
    @Override
    protected void append(ILoggingEvent event) {
      if (event.getLevel().isGreaterOrEqual(Level.WARN)) note(event);
    }
  };

  @PostConstruct
  void listen() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      reader.setContext(root.getLoggerContext());
      reader.start();
      if (!root.isAttached(reader)) root.addAppender(reader);
    }
  }

  @PreDestroy
  void leave() {
    if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) root.detachAppender(reader);
    reader.stop();
  }

  private void note(ILoggingEvent event) {
    String where = event.getLoggerName();
    if (found.size() >= MOST && !found.containsKey(where)) return;
    String what = event.getThrowableProxy() == null ? event.getMessage() : last(event.getThrowableProxy().getClassName());
    boolean severe = event.getLevel().isGreaterOrEqual(Level.ERROR);
    found.compute(where, (key, before) -> new Trouble(shown(where), before == null ? 1 : before.times() + 1, Instant.ofEpochMilli(event.getTimeStamp()), what, severe));
  }

  /** The newest first. */
  List<Trouble> newest(int most) {
    return found.values().stream().sorted(Comparator.comparing(Trouble::last).reversed()).limit(most).toList();
  }

  /** Of one class. */
  Optional<Trouble> of(String worker) {
    return Optional.ofNullable(found.get(worker));
  }

  private static String shown(String logger) {
    return logger.startsWith(HOUSE) ? logger.substring(HOUSE.length()) : last(logger);
  }

  private static String last(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
