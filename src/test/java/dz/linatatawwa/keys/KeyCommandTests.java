package dz.linatatawwa.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTests {

  @TempDir Path data;

  @Test
  void eachPurposeHasItsKeysAndOnlyTheOneAskedForIsRenewed() {
    KeyCommand command = new KeyCommand(List.of(ring("codes", KeyKind.ES256), ring("credentials", KeyKind.ED25519)), data);
    assertThat(said(command, 0, "list")).containsExactly("codes es256-001 signs", "credentials ed25519-001 signs");
    assertThat(said(command, 0, "rotate", "credentials")).containsExactly("codes es256-001 signs", "credentials ed25519-002 signs", "credentials ed25519-001 checks");
    assertThat(said(command, 2, "rotate")).isEmpty();
    assertThat(said(command, 2, "rotate", "others")).isEmpty();
  }

  private KeyRing ring(String name, KeyKind kind) {
    KeyFolder folder = new KeyFolder(data, kind);
    return new KeyRing() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<String> keys() {
        return folder.keys().keySet().stream().map(folder::name).toList().reversed();
      }

      @Override
      public void renew() {
        folder.rotate();
      }
    };
  }

  private static List<String> said(KeyCommand command, int code, String... words) {
    PrintStream usual = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(command.run(List.of(words))).isEqualTo(code);
    } finally {
      System.setOut(usual);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
