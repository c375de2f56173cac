package dz.linatatawwa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The whole platform in one process: {@code bin/run} starts this. */
@SpringBootApplication
public class Linatatawwa {

  public static void main(String[] args) {
    SpringApplication.run(Linatatawwa.class, args);
  }
}
