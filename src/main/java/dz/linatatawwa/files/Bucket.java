package dz.linatatawwa.files;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The three things that are asked of a store: put, get, delete. Requests are signed by Amazon's own signer (Signature Version 4, the body too, so that the store
 *  itself refuses what was changed on the way) and sent by the JDK's client. Each may be repeated without harm, and is, once. */
final class Bucket {

  private static final String HASH = "x-amz-meta-sha256";
  private static final long MOST = 2 * UploadRules.MAX_BYTES;
  private static final int TRIES = 2;

  private final StoreRules.S3 rules;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2)).followRedirects(HttpClient.Redirect.NEVER).build();

  Bucket(StoreRules.S3 rules) {
    this.rules = rules;
  }

  void put(String name, byte[] content) {
    HttpResponse<byte[]> answer = ask(SdkHttpMethod.PUT, name, content);
    if (answer.statusCode() != 200) throw refused("keeping", name, answer);
  }

  /** @return nothing where there is no such object; a bucket that is not there is trouble */
  Optional<byte[]> get(String name) {
    HttpResponse<byte[]> answer = ask(SdkHttpMethod.GET, name, null);
    if (answer.statusCode() == 404 && !text(answer).contains("NoSuchBucket")) return Optional.empty();
    if (answer.statusCode() != 200) throw refused("reading", name, answer);
    String kept = answer.headers().firstValue(HASH).orElse("");
    if (!kept.isEmpty() && !kept.equals(hash(answer.body()))) throw new StoreAway("the store gave other bytes for " + name + " than were kept");
    return Optional.of(answer.body());
  }

  void delete(String name) {
    HttpResponse<byte[]> answer = ask(SdkHttpMethod.DELETE, name, null);
    boolean gone = answer.statusCode() == 204 || answer.statusCode() == 200 || answer.statusCode() == 404 && !text(answer).contains("NoSuchBucket");
    if (!gone) throw refused("removing", name, answer);
  }

  private HttpResponse<byte[]> ask(SdkHttpMethod method, String name, byte @Nullable [] content) {
    IOException last = new IOException("not tried");
    for (int i = 0; i < TRIES; i++) {
      try {
        HttpResponse<byte[]> answer = send(signed(method, name, content));
        if (answer.statusCode() < 500) return answer;
        last = new IOException("status " + answer.statusCode());
      } catch (IOException failed) {
        last = failed;
      }
    }
    throw new StoreAway(method + " " + name, last);
  }

  private HttpRequest signed(SdkHttpMethod method, String name, byte @Nullable [] content) {
    URI address = rules.endpoint().resolve("/" + rules.bucket() + "/" + rules.prefix() + name);
    SdkHttpRequest.Builder plain = SdkHttpRequest.builder().method(method).uri(address);
    if (content != null) plain.putHeader(HASH, hash(content)).putHeader("Content-Type", "application/octet-stream");
    var signed = signer.sign(request -> {
      request.identity(AwsCredentialsIdentity.create(rules.key(), rules.secret())).request(plain.build())
          .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3").putProperty(AwsV4HttpSigner.REGION_NAME, rules.region())
          .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false).putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false);
      if (content != null) request.payload(ContentStreamProvider.fromByteArray(content));
    });
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(rules.within())
        .method(method.name(), content == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(content));
    signed.request().headers().forEach((header, values) -> {
      if (!header.equalsIgnoreCase("Host") && !header.equalsIgnoreCase("Content-Length")) values.forEach(value -> request.header(header, value));
    });
    return request.build();
  }

  /** The client's own time-out ends with the head of the answer: one that drips its body would hold us for ever. */
  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
    try {
      return coming.get(rules.within().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    } catch (TimeoutException slow) {
      coming.cancel(true);
      throw new IOException("no answer within " + rules.within().toMillis() + " ms", slow);
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static StoreAway refused(String what, String name, HttpResponse<byte[]> answer) {
    return new StoreAway(what + " " + name + ": status " + answer.statusCode() + " " + text(answer).replaceAll("(?s).*<Code>(\\w{1,60})</Code>.*|.*", "$1"));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), 0, Math.min(answer.body().length, 2000), StandardCharsets.UTF_8);
  }

  private static String hash(byte[] content) {
    return HexFormat.of().formatHex(FileTable.sha256(content));
  }

  /** Which bucket, without what opens it. */
  @Override
  public String toString() {
    return rules.toString();
  }
}
