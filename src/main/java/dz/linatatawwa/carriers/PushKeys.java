package dz.linatatawwa.carriers;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import dz.linatatawwa.keys.KeyFolder;
import dz.linatatawwa.keys.KeyKind;
import dz.linatatawwa.keys.KeyRing;
import dz.linatatawwa.keys.KnownKeys;
import java.net.URI;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys by which the servers of browsers know us (VAPID, RFC 8292). A browser holds on to the one that it was told: old ones go on working for it. */
@Component
class PushKeys implements KeyRing {

  /** A statement may hold for a day at most; it is made anew after half its life. */
  private static final Duration LIFE = Duration.ofHours(12);

  private final KeyFolder folder;
  private final KnownKeys known;
  private final String contact;
  private final Clock clock;
  private final Map<String, Stated> stated = new ConcurrentHashMap<>();

  private record Stated(String header, Instant until) {}

  PushKeys(@Value("${linatatawwa.data:data}") Path data, @Value("${linatatawwa.url:https://localhost}") String contact, Clock clock) {
    this.folder = new KeyFolder(data, KeyKind.ES256, "push");
    this.known = new KnownKeys(folder);
    this.contact = contact;
    this.clock = clock;
  }

  /** The number of the key that browsers are told now. */
  int newest() {
    return known.all().lastKey();
  }

  /** Its public half, as a browser's script takes it. */
  String shown(int number) {
    return pair(number).extractPublicKeyInUncompressedFormAsString();
  }

  /** The {@code Authorization} header for this server. */
  String header(int number, URI endpoint) {
    Instant now = clock.instant();
    String server = number + " " + endpoint.getScheme() + "://" + endpoint.getRawAuthority();
    Stated last = stated.get(server);
    if (last != null && last.until.isAfter(now)) return last.header;
    String header = pair(number).generateAuthorizationHeaderValue(VAPIDJWTParam.getBuilder().resourceURLString(endpoint.toString())
        .expirationTime(now.plus(LIFE)).subject(contact).build());
    stated.put(server, new Stated(header, now.plus(LIFE.dividedBy(2))));
    return header;
  }

  private VAPIDKeyPair pair(int number) {
    KeyFolder.Key key = known.find(number).orElseThrow(() -> new IllegalStateException("no key " + folder.name(number)));
    return VAPIDKeyPairs.of(PrivateKeySources.ofECPrivateKey((ECPrivateKey) key.secret()), PublicKeySources.ofECPublicKey((ECPublicKey) key.known()));
  }

  @Override
  public String name() {
    return "push";
  }

  @Override
  public List<String> keys() {
    return known.names();
  }

  @Override
  public void renew() {
    known.rotate();
  }
}
