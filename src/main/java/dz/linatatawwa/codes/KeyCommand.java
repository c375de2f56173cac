package dz.linatatawwa.codes;

import dz.linatatawwa.commands.Command;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code keys list} names the platform's keys, {@code keys rotate} has a new one sign from now on. */
@Component
class KeyCommand implements Command {

  private final Signer signer;

  KeyCommand(Signer signer) {
    this.signer = signer;
  }

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public String usage() {
    return "keys list|rotate";
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.equals(List.of("rotate"))) signer.rotate();
    else if (!arguments.equals(List.of("list"))) {
      System.err.println(usage());
      return 2;
    }
    signer.publicKeys().forEach(key -> System.out.println("es256-" + key.kid() + (Integer.toString(signer.key()).equals(key.kid()) ? " signs" : " checks")));
    return 0;
  }
}
