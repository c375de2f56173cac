package dz.linatatawwa.outside;

import dz.linatatawwa.outside.Outside.Answer;
import dz.linatatawwa.outside.Outside.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Carries one call and waits for it as long as the rules say, whatever the other side does: slow names, slow heads, bodies that drip. */
final class BoundedCalls implements AutoCloseable {

  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 100;

  private final OutsideRules rules;
  private final CloseableHttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  BoundedCalls(OutsideRules rules, OutsideCalls.Names outside) {
    this.rules = rules;
    this.client = client(rules, outside);
  }

  private static CloseableHttpClient client(OutsideRules rules, OutsideCalls.Names outside) {
    Timeout patience = Timeout.of(rules.within());
    PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(new Resolver(outside))
        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build()).build())
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(patience).setSocketTimeout(patience).setTimeToLive(TimeValue.ofSeconds(1)).build())
        .setMaxConnTotal(rules.atOnce()).setMaxConnPerRoute(rules.atOnce()).build();
    return HttpClients.custom().setConnectionManager(connections).setConnectionReuseStrategy((request, response, context) -> false).disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
        .disableContentCompression().setUserAgent("Linatatawwa").build();
  }

  /** Asks our own rules where a name leads, and gives the connection nothing else. */
  private record Resolver(OutsideCalls.Names outside) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return outside.of(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  Answer carry(HttpUriRequestBase request) {
    Future<Answer> answer = threads.submit(() -> client.execute(request, this::read));
    try {
      return answer.get(rules.within().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      return new Answer.Failed("late");
    } catch (ExecutionException failed) {
      return failed(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("stopped");
    } finally {
      request.cancel();
      answer.cancel(true);
    }
  }

  private static Answer failed(@Nullable Throwable why) {
    return switch (why) {
      case OutsideCalls.LeadsInside inward -> new Answer.Refused(Why.INSIDE);
      case UnknownHostException unknown -> new Answer.Refused(Why.UNKNOWN);
      case LongerThanIsRead much -> new Answer.TooLong();
      case IOException fault -> new Answer.Failed(fault.getClass().getSimpleName());
      case null, default -> throw new IllegalStateException("a call failed", why);
    };
  }

  private Answer read(ClassicHttpResponse response) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue() == null ? "" : header.getValue());
    return new Answer.Answered(response.getCode(), headers, body(response.getEntity()));
  }

  private byte[] body(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) return new byte[0];
    if (entity.getContentLength() > rules.most()) throw new LongerThanIsRead();
    InputStream stream = entity.getContent();
    byte[] body = stream == null ? new byte[0] : stream.readNBytes(rules.most() + 1);
    if (body.length > rules.most()) throw new LongerThanIsRead();
    return body;
  }

  /** Thrown, not answered: what is answered in an orderly way the client reads to its end first. */
  private static final class LongerThanIsRead extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
