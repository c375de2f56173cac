package dz.linatatawwa.entrances;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.util.Set;

/** What an institution says of its own service, and the keys that it signs with.
 *  @param algorithms with which it may sign: never none, never one that a secret of ours would do for */
record Provider(OIDCProviderMetadata says, JWKSource<SecurityContext> keys, Set<JWSAlgorithm> algorithms) {

  Provider {
    algorithms = Set.copyOf(algorithms);
  }
}
