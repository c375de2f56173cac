package dz.linatatawwa.door;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Reads along in the log: faults of our own, and people's data that has no business there. */
final class LogWatch implements AutoCloseable {

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final AppenderBase<ILoggingEvent> reader = new AppenderBase<>() {
    @Override
    protected void append(ILoggingEvent event) {
      String line = event.getFormattedMessage() + event.getKeyValuePairs();
      String whole = event.getThrowableProxy() == null ? line : line + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy());
      for (String canary : List.of(Hostile.CANARY_MAIL, Hostile.CANARY_PHONE, "+213" + Hostile.CANARY_PHONE.substring(1), Hostile.CANARY_NAME)) {
        if (whole.contains(canary)) faults.add("somebody's " + canary + " is in the log: " + line);
      }
      boolean ours = event.getLevel().isGreaterOrEqual(Level.ERROR) && event.getThrowableProxy() != null && Thread.currentThread().getName().startsWith("tomcat-handler-");
      if (ours) faults.add("a fault of our own: " + whole.lines().limit(12).reduce("", (all, one) -> all + "\n" + one));
    }
  };

  LogWatch() {
    reader.setContext(root.getLoggerContext());
    reader.start();
    root.addAppender(reader);
  }

  List<String> faults() {
    return faults.stream().distinct().limit(20).toList();
  }

  @Override
  public void close() {
    root.detachAppender(reader);
    reader.stop();
  }
}
