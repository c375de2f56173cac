package dz.linatatawwa.world;

import dz.linatatawwa.Linatatawwa;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The platform once more, on the same database and the same clock, as another node would be: with memory, threads and a port of its own. */
public final class SecondNode implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private SecondNode(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts it; some seconds.
   *  @param settings as on the command line */
  public static SecondNode start(String... settings) {
    String[] all = Stream.concat(Stream.of("--server.port=0"), Arrays.stream(settings)).toArray(String[]::new);
    return new SecondNode(new SpringApplicationBuilder(TestWorld.class, Linatatawwa.class).run(all));
  }

  /** A bean of this node. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }
}
