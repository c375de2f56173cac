package dz.linatatawwa.hooks;

import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The platform's own key over every message (Ed25519, {@code v1a}): with it whoever got one proves to others that it came from here. */
@Component
class HookKeys implements KeyRing {

  private static final int RAW = 32;

  private final KeyFolder folder;
  private volatile @Nullable SortedMap<Integer, KeyFolder.Key> known;

  HookKeys(@Value("${linatatawwa.data:data}") Path data) {
    this.folder = new KeyFolder(data, KeyKind.ED25519, "hooks");
  }

  String sign(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(newest().secret());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /** As receivers are given it: {@code whpk_} and the 32 bytes of the key. */
  String open() {
    return text(newest().known());
  }

  private static String text(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return "whpk_" + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
  }

  private KeyFolder.Key newest() {
    SortedMap<Integer, KeyFolder.Key> keys = known;
    if (keys == null) known = keys = folder.keys();
    return keys.lastEntry().getValue();
  }

  @Override
  public String name() {
    return "hooks";
  }

  @Override
  public List<String> keys() {
    return folder.keys().reversed().keySet().stream().map(folder::name).toList();
  }

  @Override
  public void renew() {
    known = folder.rotate();
  }
}
