package dz.linatatawwa.codes;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.world.TestDatabase;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A volunteer's phone, as the script of the page makes it: a key of its own, a pass, codes. */
public final class Phone {

  private final KeyPair pair = pair();
  private byte[] pass = {};

  /** A new key on the curve P-256. */
  static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The phone's key as 64 bytes. */
  public byte[] key() {
    return P256.bytes((ECPublicKey) pair.getPublic());
  }

  /** Asks for a pass as somebody who is signed in. */
  public boolean ask(PersonalCodes codes, Session here) {
    var issued = codes.pass(here, key());
    issued.ifPresent(one -> pass = Base64.getUrlDecoder().decode(one.pass()));
    return issued.isPresent();
  }

  /** Takes a pass that came by the page's own address. */
  public void keep(String issued) {
    pass = Base64.getUrlDecoder().decode(issued);
  }

  /** The text of the code that it shows at this moment. */
  public String code(Instant at) {
    return text(pass, at);
  }

  /** The same with a pass that is another phone's. */
  public String codeWith(Phone other, Instant at) {
    return text(other.pass, at);
  }

  private String text(byte[] with, Instant at) {
    byte[] said = Wire.joined(with, ByteBuffer.allocate(4).putInt((int) at.getEpochSecond()).array());
    return Wire.PHONE + Base45.encode(Wire.joined(said, P256.sign(pair.getPrivate(), said)));
  }

  /** A session of this person, in the database. */
  public static Session session(AccountId account) {
    UUID id = UUID.randomUUID();
    JdbcClient.create(TestDatabase.one()).sql("""
        insert into accounts.session (token_hash, public_id, account_id, expires_at, way_in, device)
        values (:hash, :id, :account, now() + interval '1 day', 'code', 'Firefox')
        """).param("hash", id.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII)).param("id", id).param("account", account.value()).update();
    return new Session(id, new SignedIn(account, "", Language.AR, false), Instant.now(), Instant.now(), Instant.now(), "code", "Firefox", "", null);
  }
}
