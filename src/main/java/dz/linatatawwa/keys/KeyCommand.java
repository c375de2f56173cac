package dz.linatatawwa.keys;

import dz.linatatawwa.commands.Command;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code keys list} names the platform's keys, {@code keys rotate codes} has a new one sign from now on, {@code keys make} makes all that are missing, before
 *  several nodes get the same folder. */
@Component
class KeyCommand implements Command {

  private final List<KeyRing> rings;
  private final Path data;

  KeyCommand(List<KeyRing> rings, @Value("${linatatawwa.data:data}") Path data) {
    this.data = data;
    this.rings = rings.stream().sorted(Comparator.comparing(KeyRing::name)).toList();
  }

  @Override
  public String name() {
    return "keys";
  }

  @Override
  public String usage() {
    return "keys list | keys make | keys rotate " + String.join("|", rings.stream().map(KeyRing::name).toList());
  }

  @Override
  public int run(List<String> arguments) {
    Map<String, KeyRing> named = new TreeMap<>();
    rings.forEach(ring -> named.put(ring.name(), ring));
    if (arguments.size() == 2 && arguments.getFirst().equals("rotate") && named.get(arguments.getLast()) instanceof KeyRing ring) ring.renew();
    else if (arguments.equals(List.of("make"))) new KeyFolder(data, KeyKind.ED25519).secrets();
    else if (!arguments.equals(List.of("list"))) {
      System.err.println(usage());
      return 2;
    }
    for (KeyRing ring : rings) {
      List<String> keys = ring.keys();
      for (String key : keys) System.out.println(ring.name() + " " + key + (key.equals(keys.getFirst()) ? " signs" : " checks"));
    }
    return 0;
  }
}
