package dz.linatatawwa.accounts;

import dz.linatatawwa.commands.Command;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code second-step forget CONTACT}: for who lost their app, their codes and their passkeys. Whoever may type on the console has seen the person. */
@Component
class SecondStepCommand implements Command {

  private final Accounts accounts;
  private final SecondStep second;

  SecondStepCommand(Accounts accounts, SecondStep second) {
    this.accounts = accounts;
    this.second = second;
  }

  @Override
  public String name() {
    return "second-step";
  }

  @Override
  public String usage() {
    return "second-step forget CONTACT";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 2 || !arguments.getFirst().equals("forget")) {
      System.err.println(usage());
      return 2;
    }
    Optional<AccountId> account = Contact.parse(arguments.getLast()).flatMap(accounts::findBy);
    if (account.isEmpty()) {
      System.err.println("nobody has the contact " + arguments.getLast());
      return 1;
    }
    int forgotten = second.forget(account.get());
    System.out.println(forgotten + " ways of the second step were taken away from account " + account.get().value() + "; its sessions were ended");
    return 0;
  }
}
