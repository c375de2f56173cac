package dz.linatatawwa.entrances;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dz.linatatawwa.entrances.JourneyTable.Journey;
import dz.linatatawwa.outside.Outside;
import dz.linatatawwa.outside.Outside.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a code back to the institution and reads whom it vouches for. The messages are made and read, the signature and its claims checked, by Nimbus; the calls go through the guard of the way
 *  out. */
@Component
class Exchange {

  private final Outside outside;

  Exchange(Outside outside) {
    this.outside = outside;
  }

  /** @param secret known to us and to the institution
   *  @throws BadJOSEException when the token is not signed by the institution, for us, for this sign-in, and now
   *  @throws IOException      when it cannot be asked, or does not answer as the protocol wants */
  Vouched redeem(Entrance entrance, Provider provider, Journey journey, String code, String secret) throws IOException, ParseException, BadJOSEException, JOSEException {
    OIDCTokens tokens = tokens(provider, journey, code, authentication(entrance, provider, secret));
    if (!(tokens.getIDToken() instanceof SignedJWT signed)) throw new BadJOSEException("not a signed token");
    IDTokenValidator validator = new IDTokenValidator(provider.says().getIssuer(), new ClientID(entrance.clientId()),
        new JWSVerificationKeySelector<>(provider.algorithms(), provider.keys()), null);
    IDTokenClaimsSet claims = validator.validate(signed, new Nonce(journey.nonce()));
    forUs(claims, entrance);
    Map<String, Object> all = new HashMap<>(claims.toJSONObject());
    all.putAll(more(provider, tokens, claims.getSubject().getValue()));
    return vouched(claims.getSubject().getValue(), all);
  }

  /** The library asks whether we are among those whom a token is for; where there are others, it must also be us who asked for it (OpenID Connect Core 3.1.3.7, 4 and 5). */
  private static void forUs(IDTokenClaimsSet claims, Entrance entrance) throws BadJOSEException {
    AuthorizedParty asker = claims.getAuthorizedParty();
    boolean right = asker == null ? claims.getAudience().size() == 1 : asker.getValue().equals(entrance.clientId());
    if (!right) throw new BadJOSEException("a token for another party");
  }

  private OIDCTokens tokens(Provider provider, Journey journey, String code, ClientAuthentication us) throws IOException, ParseException {
    HTTPRequest request = new TokenRequest(provider.says().getTokenEndpointURI(), us,
        new AuthorizationCodeGrant(new AuthorizationCode(code), URI.create(journey.redirect()), new CodeVerifier(journey.verifier()))).toHTTPRequest();
    Map<String, String> headers = new HashMap<>(Map.of("Accept", "application/json"));
    String proof = request.getAuthorization();
    if (proof != null) headers.put("Authorization", proof);
    String body = request.getBody();
    HTTPResponse answer = answer(outside.post(provider.says().getTokenEndpointURI().toString(), "application/x-www-form-urlencoded",
        (body == null ? "" : body).getBytes(StandardCharsets.UTF_8), headers));
    TokenResponse response = OIDCTokenResponseParser.parse(answer);
    if (!(response instanceof OIDCTokenResponse granted)) throw new IOException("the institution does not give a token");
    return granted.getOIDCTokens();
  }

  /** What the institution says of the person only when asked. */
  private Map<String, Object> more(Provider provider, OIDCTokens tokens, String subject) throws IOException, ParseException {
    URI address = provider.says().getUserInfoEndpointURI();
    if (address == null || tokens.getBearerAccessToken() == null) return Map.of();
    Answer answer = outside.post(address.toString(), "application/x-www-form-urlencoded", new byte[0],
        Map.of("Accept", "application/json", "Authorization", tokens.getBearerAccessToken().toAuthorizationHeader()));
    if (!(answer instanceof Answer.Answered said) || said.status() != 200 || !said.headers().getOrDefault("content-type", "").startsWith("application/json")) return Map.of();
    UserInfo info = UserInfo.parse(new String(said.body(), StandardCharsets.UTF_8));
    if (!info.getSubject().getValue().equals(subject)) throw new IOException("the institution speaks of somebody else");
    Map<String, Object> claims = new HashMap<>(info.toJSONObject());
    for (String signed : List.of("acr", "amr", "iss", "aud", "sub")) claims.remove(signed);
    return claims;
  }

  private static ClientAuthentication authentication(Entrance entrance, Provider provider, String secret) {
    List<ClientAuthenticationMethod> ways = provider.says().getTokenEndpointAuthMethods();
    boolean inForm = ways != null && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC) && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    ClientID us = new ClientID(entrance.clientId());
    return inForm ? new ClientSecretPost(us, new Secret(secret)) : new ClientSecretBasic(us, new Secret(secret));
  }

  private static HTTPResponse answer(Answer answer) throws IOException, ParseException {
    if (!(answer instanceof Answer.Answered said)) throw new IOException("the institution does not answer");
    HTTPResponse response = new HTTPResponse(said.status());
    response.setContentType(said.headers().getOrDefault("content-type", "application/json"));
    response.setBody(new String(said.body(), StandardCharsets.UTF_8));
    return response;
  }

  private static Vouched vouched(String subject, Map<String, Object> claims) {
    @Nullable String email = claims.get("email") instanceof String address && address.length() <= 254 && address.indexOf('@') > 0 ? address.strip().toLowerCase(Locale.ROOT) : null;
    Object verified = claims.get("email_verified");
    claims.values().removeIf(java.util.Objects::isNull);
    return new Vouched(subject, email, Boolean.TRUE.equals(verified) || "true".equals(verified), claims);
  }
}
