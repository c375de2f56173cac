package dz.linatatawwa.demo;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says on the console whom one can sign in as. */
@Component
@ConditionalOnProperty("linatatawwa.demo")
class Greeting {

  private final Environment environment;
  private final boolean command;

  Greeting(Environment environment, @Value("${linatatawwa.command:false}") boolean command) {
    this.environment = environment;
    this.command = command;
  }

  @EventListener(ApplicationReadyEvent.class)
  void greet() {
    if (command) return;
    String here = "http://localhost:" + environment.getProperty("local.server.port");
    System.out.println("demonstration: sign in at " + here + "/sign-in; the codes appear at " + here + "/demo/outbox");
    Staff.LOGINS.forEach(login -> System.out.println("  " + login.role() + ": " + login.contact()));
  }
}
