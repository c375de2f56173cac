package dz.linatatawwa.entrances;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.accounts.Allowances;
import dz.linatatawwa.accounts.Doorway;
import dz.linatatawwa.accounts.Origin;
import dz.linatatawwa.entrances.JourneyTable.Journey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Signing in by an institution: the authorisation-code flow of OpenID Connect with PKCE, a state that is used once by the browser that began, and a nonce in what the institution signs. */
@Service
public class Journeys {

  /** The way in, as a session keeps it. */
  static final String WAY = "institution";

  private static final Logger LOG = LoggerFactory.getLogger(Journeys.class);
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final Duration TO_LINK = Duration.ofMinutes(30);
  private static final int TRIES = 60;

  /** What became of coming back. */
  public sealed interface Ended {
    /** Signed in. @param wayBack where to go; may be empty */
    record In(String wayBack) implements Ended {}

    /** The institution vouches for somebody who has not said yet which account is theirs. */
    record Unknown() implements Ended {}

    /** Not let in: the reason's words are {@code entrances.refused.CODE}. */
    record Refused(String code) implements Ended {}
  }

  private final EntranceTable entrances;
  private final EntranceSecrets secrets;
  private final JourneyTable journeys;
  private final IdentityTable identities;
  private final Discovery discovery;
  private final Exchange exchange;
  private final Doorway door;
  private final Allowances allowances;
  private final Clock clock;

  Journeys(EntranceTable entrances, EntranceSecrets secrets, JourneyTable journeys, IdentityTable identities, Discovery discovery, Exchange exchange, Doorway door, Allowances allowances,
      Clock clock) {
    this.entrances = entrances;
    this.secrets = secrets;
    this.journeys = journeys;
    this.identities = identities;
    this.discovery = discovery;
    this.exchange = exchange;
    this.door = door;
    this.allowances = allowances;
    this.clock = clock;
  }

  /** Begins a sign-in: where to send the person.
   *  @param redirect where the institution sends them back to
   *  @param wayBack  a path of ours where they wanted to go; may be empty
   *  @return nothing where the institution cannot be reached, is closed, or was tried too often from one place */
  public Optional<URI> begin(EntranceId id, String redirect, String wayBack, HttpServletRequest request, HttpServletResponse response) {
    Optional<Entrance> entrance = entrances.open(id);
    if (entrance.isEmpty() || allowances.take("entrance-network", Origin.of(request).network(), TRIES, Duration.ofMinutes(5)).isPresent()) return Optional.empty();
    return discovery.of(entrance.get().issuer()).map(provider -> {
      String state = Hashes.token();
      String ticket = Hashes.token();
      Journey journey = new Journey(id.value(), Hashes.token(), Hashes.token(), redirect, wayBack);
      journeys.begin(Hashes.of(state), Hashes.of(ticket), journey, clock.instant().plus(LIFE), clock.instant());
      EntranceCookie.JOURNEY.set(ticket, LIFE, request, response);
      return asked(entrance.get(), provider, journey, state);
    });
  }

  private static URI asked(Entrance entrance, Provider provider, Journey journey, String state) {
    AuthenticationRequest.Builder asked = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid", "email", "profile"), new ClientID(entrance.clientId()),
        URI.create(journey.redirect())).endpointURI(provider.says().getAuthorizationEndpointURI()).state(new State(state)).nonce(new Nonce(journey.nonce()))
        .codeChallenge(new CodeVerifier(journey.verifier()), CodeChallengeMethod.S256);
    if (!entrance.secondValues().isEmpty()) asked.acrValues(entrance.secondValues().stream().map(ACR::new).toList());
    return asked.build().toURI();
  }

  /** The person comes back from the institution.
   *  @param said what the address says: {@code code}, {@code state}, {@code iss}, or {@code error} */
  public Ended end(EntranceId id, Map<String, String> said, HttpServletRequest request, HttpServletResponse response) {
    Optional<String> ticket = EntranceCookie.JOURNEY.of(request);
    EntranceCookie.JOURNEY.remove(request, response);
    Optional<Journey> journey = ticket.flatMap(one -> journeys.take(Hashes.of(said.getOrDefault("state", "")), Hashes.of(one), id, clock.instant()));
    Optional<Entrance> entrance = entrances.open(id);
    if (journey.isEmpty() || entrance.isEmpty()) return refused("over", "state");
    String code = said.get("code");
    if (code == null) return refused(said.getOrDefault("error", "").equals("access_denied") ? "declined" : "provider", said.containsKey("error") ? "error" : "no code");
    Optional<Provider> provider = discovery.of(entrance.get().issuer());
    if (provider.isEmpty()) return refused("provider", "discovery");
    if (!fromThere(provider.get(), said)) return refused("provider", "iss");
    try {
      Vouched who = exchange.redeem(entrance.get(), provider.get(), journey.get(), code, secrets.open(entrances.secret(id), id));
      Optional<String> refusal = AdmissionRules.refusal(entrance.get(), who);
      return refusal.isPresent() ? refused(refusal.get(), refusal.get()) : admitted(entrance.get(), who, journey.get().wayBack(), request, response);
    } catch (BadJOSEException | JOSEException forged) {
      return refused("provider", forged.getClass().getSimpleName() + ": " + forged.getMessage());
    } catch (IOException | ParseException | IllegalArgumentException broken) {
      return refused("provider", broken.getClass().getSimpleName());
    }
  }

  /** Who answers is who was asked (RFC 9207): else one institution could be made to look at a code of another's. */
  private static boolean fromThere(Provider provider, Map<String, String> said) {
    String issuer = said.get("iss");
    return issuer == null ? !provider.says().supportsAuthorizationResponseIssuerParam() : issuer.equals(provider.says().getIssuer().getValue());
  }

  private Ended admitted(Entrance entrance, Vouched who, String wayBack, HttpServletRequest request, HttpServletResponse response) {
    boolean second = AdmissionRules.secondStep(entrance, who);
    Optional<AccountId> account = identities.use(entrance.id(), who, clock.instant());
    if (account.isPresent()) {
      door.letInBy(account.get(), WAY, second, request, response);
      return new Ended.In(wayBack);
    }
    String ticket = Hashes.token();
    journeys.offer(Hashes.of(ticket), entrance.id(), who, second, clock.instant().plus(TO_LINK));
    EntranceCookie.VOUCHED.set(ticket, TO_LINK, request, response);
    return new Ended.Unknown();
  }

  private static Ended refused(String code, String why) {
    LOG.atInfo().addKeyValue("event", "entrance-refused").addKeyValue("why", why).log("an institution's sign-in was refused");
    return new Ended.Refused(code);
  }
}
