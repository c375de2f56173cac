package dz.linatatawwa.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform's own database comes up while its rooms are still being looked for: half a second sooner ready. Does nothing where an outside database is named. */
public final class EarlyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {

  private @Nullable FutureTask<Postgres> coming;
  private boolean taken;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if (!context.getEnvironment().getProperty("linatatawwa.database", "").isEmpty()) return;
    Path data = Path.of(context.getEnvironment().getProperty("linatatawwa.data", "data"));
    String archive = context.getEnvironment().getProperty("linatatawwa.wal-archive", "");
    coming = new FutureTask<>(() -> {
      Postgres.archiveTo(data, archive);
      return Postgres.own(data, Map.of());
    });
    Thread.ofPlatform().daemon().name("postgres-early").start(coming);
    context.getBeanFactory().registerSingleton("earlyDatabase", this);
  }

  /** The database, once it is up; from here on whoever asked closes it.
   *  @throws DatabaseTrouble as {@link Postgres#own} does */
  synchronized Postgres take() {
    FutureTask<Postgres> early = coming;
    if (early == null || taken) throw new IllegalStateException("there is no database to take");
    taken = true;
    return arrived(early);
  }

  /** Stops a database that nobody took, because the start failed before. */
  @Override
  public synchronized void close() {
    FutureTask<Postgres> early = coming;
    if (early == null || taken) return;
    taken = true;
    try {
      arrived(early).close();
    } catch (DatabaseTrouble | IllegalStateException neverCame) {
      // what stopped the start has been told already
    }
  }

  private static Postgres arrived(FutureTask<Postgres> early) {
    try {
      return early.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseTrouble("the start was broken off while the database came up");
    } catch (ExecutionException | CancellationException e) {
      if (e.getCause() instanceof RuntimeException cause) throw cause;
      throw new IllegalStateException(e);
    }
  }
}
