package dz.linatatawwa.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of two days that this run makes for loopback, which its own tests trust and nobody else; a file of it, of its key, and of both together. */
record OwnCertificate(Path certificate, Path key, Path both, KeyStore keys) {

  private static final char[] WORD = "of this run".toCharArray();

  static OwnCertificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
    Path store = folder.resolve("own.p12");
    Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "own", "-keyalg", "RSA", "-keysize", "2048", "-validity", "2",
        "-dname", "CN=localhost", "-ext", "san=ip:127.0.0.1,dns:localhost", "-ext", "bc:critical=ca:true", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(WORD))
            .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
    if (made.waitFor() != 0) throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
    KeyStore keys = KeyStore.getInstance(store.toFile(), WORD);
    String certificate = pem("CERTIFICATE", keys.getCertificate("own").getEncoded());
    String key = pem("PRIVATE KEY", keys.getKey("own", WORD).getEncoded());
    return new OwnCertificate(Files.writeString(folder.resolve("own.crt"), certificate), Files.writeString(folder.resolve("own.key"), key), Files.writeString(folder.resolve("own.pem"), certificate + key), keys);
  }

  private static String pem(String kind, byte[] what) {
    return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(what) + "\n-----END " + kind + "-----\n";
  }

  /** Trusts this certificate alone, and shows it where one is asked for. */
  SSLContext context() throws GeneralSecurityException, IOException {
    return contextTrusting(this);
  }

  SSLContext contextTrusting(OwnCertificate other) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("own", other.keys.getCertificate("own"));
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, WORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
