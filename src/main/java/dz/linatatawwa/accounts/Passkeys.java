package dz.linatatawwa.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Passkeys: making one for an account, and signing in with one. The challenge of each waits in the database and is used once; the browser
 *  holds its ticket. */
@Service
public class Passkeys {

  private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);
  private static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);
  private static final List<PublicKeyCredentialParameters> KINDS =
      List.of(PublicKeyCredentialParameters.EdDSA, PublicKeyCredentialParameters.ES256, PublicKeyCredentialParameters.RS256);
  private static final int MANY = 20;

  private final PasskeyTable table;
  private final SessionsOfRequests sessions;
  private final Doorway door;
  private final DoorRules rules;
  private final Limits limits;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
  private final Cache<String, WebAuthnRelyingPartyOperations> parties = Caffeine.newBuilder().maximumSize(16).build();

  Passkeys(PasskeyTable table, SessionsOfRequests sessions, Doorway door, DoorRules rules, Limits limits, Clock clock, ApplicationEventPublisher events) {
    this.table = table;
    this.sessions = sessions;
    this.door = door;
    this.events = events;
    this.rules = rules;
    this.limits = limits;
    this.clock = clock;
  }

  /** The person's passkeys, the oldest first. */
  public List<Passkey> of(AccountId account) {
    return table.of(account);
  }

  /** What the browser needs to make a passkey, as JSON.
   *  @param contact shown beside the passkey where several accounts have one */
  public String creation(SignedIn me, String contact, HttpServletRequest request, HttpServletResponse response) {
    return json.writeValueAsString(creation(challenge(request, response), table.person(me.id(), me.name(), contact), request));
  }

  /** Keeps the passkey that the browser made.
   *  @return false when it does not fit the challenge */
  @Transactional
  public boolean keep(SignedIn me, String label, String credential, HttpServletRequest request, HttpServletResponse response) {
    Optional<Bytes> challenge = taken(request, response);
    if (challenge.isEmpty() || table.of(me.id()).size() >= MANY) return false;
    try {
      PublicKeyCredential<AuthenticatorAttestationResponse> made = json.readValue(credential, new TypeReference<>() {});
      party(request).registerCredential(new ImmutableRelyingPartyRegistrationRequest(
          creation(challenge.get(), table.person(me.id(), me.name(), me.name()), request), new RelyingPartyPublicKey(made, label)));
      events.publishEvent(new PasskeyChanged(me.id(), true));
      return true;
    } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException refused) {
      LOG.atInfo().addKeyValue("event", "passkey-refused").addKeyValue("why", refused.getClass().getSimpleName()).log("passkey not kept");
      return false;
    }
  }

  /** What the browser needs to sign in with a passkey, as JSON; says nothing about any account. */
  public Optional<String> request(HttpServletRequest request, HttpServletResponse response) {
    Origin from = Origin.of(request);
    if (limits.take(new Limits.Limit("passkey-network", from.network(), 100, Duration.ofMinutes(5))).isPresent()) return Optional.empty();
    return Optional.of(json.writeValueAsString(request(challenge(request, response), request)));
  }

  /** Signs in with what the browser's authenticator signed.
   *  @return false when it is no passkey of ours, or does not fit the challenge */
  public boolean enter(String credential, HttpServletRequest request, HttpServletResponse response) {
    Optional<AccountId> account = taken(request, response).flatMap(challenge -> owner(challenge, credential, request));
    account.ifPresent(id -> {
      sessions.open(id, null, "passkey", request, response);
      door.wakeProved(id, request);
      LOG.atInfo().addKeyValue("event", "signed-in").addKeyValue("way", "passkey").log("signed in");
    });
    return account.isPresent();
  }

  /** Takes a passkey away.
   *  @return false when it is none of the person's */
  @Transactional
  public boolean remove(AccountId account, String id) {
    try {
      boolean removed = table.remove(account, Base64.getUrlDecoder().decode(id));
      if (removed) events.publishEvent(new PasskeyChanged(account, false));
      return removed;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private Optional<AccountId> owner(Bytes challenge, String credential, HttpServletRequest request) {
    try {
      PublicKeyCredential<AuthenticatorAssertionResponse> signed = json.readValue(credential, new TypeReference<>() {});
      PublicKeyCredentialUserEntity person =
          party(request).authenticate(new RelyingPartyAuthenticationRequest(request(challenge, request), signed));
      return Optional.ofNullable(person).flatMap(p -> table.account(p.getId()));
    } catch (JacksonException | IllegalArgumentException | NullPointerException | com.webauthn4j.util.exception.WebAuthnException refused) {
      LOG.atInfo().addKeyValue("event", "passkey-refused").addKeyValue("why", refused.getClass().getSimpleName()).log("passkey refused");
      return Optional.empty();
    }
  }

  private Bytes challenge(HttpServletRequest request, HttpServletResponse response) {
    Bytes challenge = new Bytes(Secrets.bytes(32));
    String ticket = Secrets.token();
    table.keepChallenge(Secrets.hash(ticket), challenge.toBase64UrlString(), clock.instant().plus(CHALLENGE_LIFE));
    Cookies.CHALLENGE.set(request, response, ticket, CHALLENGE_LIFE);
    return challenge;
  }

  private Optional<Bytes> taken(HttpServletRequest request, HttpServletResponse response) {
    Optional<String> ticket = Cookies.CHALLENGE.of(request).filter(Secrets::looksLikeToken);
    Cookies.CHALLENGE.remove(request, response);
    return ticket.flatMap(t -> table.takeChallenge(Secrets.hash(t), clock.instant())).map(Bytes::fromBase64);
  }

  private PublicKeyCredentialCreationOptions creation(Bytes challenge, PublicKeyCredentialUserEntity person, HttpServletRequest request) {
    return PublicKeyCredentialCreationOptions.builder().challenge(challenge).rp(rp(request)).user(person).pubKeyCredParams(KINDS)
        .timeout(CHALLENGE_LIFE).attestation(AttestationConveyancePreference.NONE)
        .excludeCredentials(table.findByUserId(person.getId()).stream()
            .map(key -> PublicKeyCredentialDescriptor.builder().id(key.getCredentialId()).transports(key.getTransports()).build()).toList())
        .authenticatorSelection(AuthenticatorSelectionCriteria.builder().residentKey(ResidentKeyRequirement.REQUIRED)
            .userVerification(UserVerificationRequirement.REQUIRED).build())
        .build();
  }

  private PublicKeyCredentialRequestOptions request(Bytes challenge, HttpServletRequest request) {
    return PublicKeyCredentialRequestOptions.builder().challenge(challenge).rpId(rp(request).getId()).timeout(CHALLENGE_LIFE)
        .allowCredentials(List.of()).userVerification(UserVerificationRequirement.REQUIRED).build();
  }

  private PublicKeyCredentialRpEntity rp(HttpServletRequest request) {
    String host = rules.relyingParty().isEmpty() ? request.getServerName() : rules.relyingParty();
    return PublicKeyCredentialRpEntity.builder().id(host).name("Linatatawwa").build();
  }

  private WebAuthnRelyingPartyOperations party(HttpServletRequest request) {
    String origin = OwnPagesOnly.ownOrigin(request);
    return parties.get(rp(request).getId() + " " + origin, key -> new Webauthn4JRelyingPartyOperations(table, table, rp(request), Set.of(origin)));
  }
}
