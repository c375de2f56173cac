package dz.linatatawwa.accounts;

import dz.linatatawwa.commands.Command;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code sessions end CONTACT}, {@code sessions end --everybody}: when an account was taken over, or a key leaked, everybody has to sign in anew. */
@Component
class SessionCommand implements Command {

  private final Accounts accounts;
  private final Sessions sessions;

  SessionCommand(Accounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String usage() {
    return "sessions end CONTACT | sessions end --everybody";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.size() != 2 || !arguments.getFirst().equals("end")) {
      System.err.println(usage());
      return 2;
    }
    if (arguments.getLast().equals("--everybody")) {
      System.out.println(sessions.endEverybodys() + " sessions were ended");
      return 0;
    }
    Optional<AccountId> account = Contact.parse(arguments.getLast()).flatMap(accounts::findBy);
    account.ifPresent(sessions::endAll);
    if (account.isPresent()) System.out.println("every session of account " + account.get() + " was ended");
    else System.err.println("nobody has the contact " + arguments.getLast());
    return account.isPresent() ? 0 : 1;
  }
}
