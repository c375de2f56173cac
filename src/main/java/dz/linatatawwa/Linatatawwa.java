package dz.linatatawwa;

import dz.linatatawwa.commands.Commands;
import dz.linatatawwa.database.EarlyDatabase;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** The whole platform in one process: {@code bin/run} starts this; a first word without a dash names a command instead. */
@SpringBootApplication(proxyBeanMethods = false)
public class Linatatawwa {

  public static void main(String[] args) {
    if (Commands.asked(args)) System.exit(Commands.run(Linatatawwa.class, args));
    ConfigurableApplicationContext context = start(args);
    long since = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println("ready in " + (System.currentTimeMillis() - since) + " ms at http://localhost:"
        + context.getEnvironment().getProperty("local.server.port"));
    PagesLater.make(context);
    if (context.getEnvironment().containsProperty(ReadyProxies.FOLDER)) System.exit(SpringApplication.exit(context));
    if (context.getEnvironment().getProperty("linatatawwa.rehearsal", Boolean.class, false)) Rehearsal.walk(context);
  }

  private static ConfigurableApplicationContext start(String[] args) {
    try (EarlyDatabase database = new EarlyDatabase(); CompilerWaits compiler = new CompilerWaits()) {
      SpringApplication platform = new SpringApplication(Linatatawwa.class);
      platform.addInitializers(database, new LoadedClasses(), new NamedAlike(), new ReadyProxies(), new MadeEarly(), new PagesLater());
      return platform.run(args);
    }
  }

  /** The one source of time: everything that asks what time it is asks this. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
