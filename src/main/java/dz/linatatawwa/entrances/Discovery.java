package dz.linatatawwa.entrances;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dz.linatatawwa.outside.Outside;
import dz.linatatawwa.outside.Outside.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what an institution says of itself (OpenID Connect Discovery 1.0) and its keys, through the guard of the way out: an address inside is not called, wherever it stands. */
@Component
class Discovery {

  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final long KEYS_KEPT_MILLIS = Duration.ofMinutes(5).toMillis();
  private static final long KEYS_WAIT_MILLIS = Duration.ofSeconds(12).toMillis();

  /** Only by keys of the institution's own; what a shared secret signs, or nobody, proves nothing. */
  private static final Set<JWSAlgorithm> SOUND = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512,
      JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);

  private final Outside outside;
  private final Cache<String, Provider> known = Caffeine.newBuilder().maximumSize(200).expireAfterWrite(KEPT).build();

  Discovery(Outside outside) {
    this.outside = outside;
  }

  /** @return nothing where nobody answers, or not as the standard says, or somebody else */
  Optional<Provider> of(String issuer) {
    Provider found = known.getIfPresent(issuer);
    if (found != null) return Optional.of(found);
    Optional<Provider> read = read(issuer);
    read.ifPresent(one -> known.put(issuer, one));
    return read;
  }

  private Optional<Provider> read(String issuer) {
    try {
      OIDCProviderMetadata says = OIDCProviderMetadata.parse(fetch((issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + "/.well-known/openid-configuration"));
      if (!says.getIssuer().getValue().equals(issuer)) throw new IOException("another issuer");
      for (URI needed : List.of(URI.create(issuer), called(says.getAuthorizationEndpointURI()), called(says.getTokenEndpointURI()), called(says.getJWKSetURI()))) {
        if (outside.look(needed.toString(), false).isPresent()) throw new IOException("an address that may not be called");
      }
      Set<JWSAlgorithm> algorithms = new HashSet<>(SOUND);
      algorithms.retainAll(Optional.ofNullable(says.getIDTokenJWSAlgs()).orElse(List.of()));
      if (algorithms.isEmpty()) throw new IOException("no signature that proves anything");
      return Optional.of(new Provider(says, JWKSourceBuilder.<SecurityContext>create(says.getJWKSetURI().toURL(), this::resource).refreshAheadCache(false)
          .cache(KEYS_KEPT_MILLIS, KEYS_WAIT_MILLIS).build(), algorithms));
    } catch (IOException | ParseException | IllegalArgumentException unusable) {
      LOG.atWarn().addKeyValue("event", "entrance-unusable").addKeyValue("why", unusable.getClass().getSimpleName()).log("an institution's sign-in cannot be used: {}", unusable.getMessage());
      return Optional.empty();
    }
  }

  private static URI called(@Nullable URI address) throws IOException {
    if (address == null) throw new IOException("an address is missing");
    return address;
  }

  private Resource resource(URL address) throws IOException {
    return new Resource(fetch(address.toString()), "application/json");
  }

  private String fetch(String address) throws IOException {
    return switch (outside.get(address)) {
      case Answer.Answered answered when answered.status() == 200 -> new String(answered.body(), StandardCharsets.UTF_8);
      case Answer.Answered answered -> throw new IOException("answered " + answered.status());
      case Answer.Refused refused -> throw new IOException("refused: " + refused.why());
      case Answer.TooLong much -> throw new IOException("too long");
      case Answer.Failed failed -> throw new IOException(failed.what());
    };
  }
}
