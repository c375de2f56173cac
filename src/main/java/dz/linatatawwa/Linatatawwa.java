package dz.linatatawwa;

import dz.linatatawwa.commands.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole platform in one process: {@code bin/run} starts this; a first word without a dash names a command instead. */
@SpringBootApplication
public class Linatatawwa {

  public static void main(String[] args) {
    if (Commands.asked(args)) System.exit(Commands.run(Linatatawwa.class, args));
    SpringApplication.run(Linatatawwa.class, args);
  }
}
