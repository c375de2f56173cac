package dz.linatatawwa.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dz.linatatawwa.commands.CommandsTests.Platform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class CommandsTests {

  private static final List<String> HEARD = new ArrayList<>();

  /** A platform that knows one command and has no pages. */
  @Configuration(proxyBeanMethods = false)
  static class Platform {
    @Bean
    Busy busy() {
      return new Busy();
    }

    @Bean
    Command repeat(Environment settings) {
      return new Command() {
        @Override
        public String name() {
          return "repeat";
        }

        @Override
        public String usage() {
          return "repeat WORDS";
        }

        @Override
        public int run(List<String> arguments) {
          HEARD.addAll(arguments);
          HEARD.add("data in " + settings.getProperty("linatatawwa.data") + ", command " + settings.getProperty("linatatawwa.command"));
          return 7;
        }
      };
    }
  }

  /** Something that would work in the background. */
  static class Busy implements SmartLifecycle {
    @Override
    public void start() {
      HEARD.add("busy");
    }

    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
      return false;
    }
  }

  @BeforeEach
  void nothingHeard() {
    HEARD.clear();
  }

  @Test
  void aFirstWordWithoutADashIsACommand() {
    assertThat(Commands.asked("ledger", "verify")).isTrue();
    assertThat(Commands.asked("--server.port=1")).isFalse();
    assertThat(Commands.asked()).isFalse();
  }

  /** What else was heard would be work in the background. */
  @Test
  void theCommandGetsItsWordsAndThePlatformItsSettings() {
    int code = run("repeat", "--linatatawwa.data=/some/where", "one", "--dry-run", "--map", "x=y");
    assertThat(code).isEqualTo(7);
    assertThat(HEARD).containsExactly("one", "--dry-run", "--map", "x=y", "data in /some/where, command true");
  }

  @Test
  void anUnknownCommandIsCalledWrongly() {
    assertThat(run("forget", "all")).isEqualTo(2);
    assertThat(HEARD).isEmpty();
  }

  private static int run(String... words) {
    String[] all = new String[words.length + 1];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--spring.main.web-application-type=none";
    return Commands.run(Platform.class, all);
  }
}
