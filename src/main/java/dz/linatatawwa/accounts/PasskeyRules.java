package dz.linatatawwa.accounts;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who needs a passkey: the settings under {@code linatatawwa.accounts}.
 *  @param passkeysFor  names of powers: {@code administrators}, {@code supervisors}, {@code owners}; empty: only advised
 *  @param passkeyGrace so long after the power was given, pages still open without one
 *  @param passkeysNeeded whether anybody needs one at all; a demonstration does without unless this says otherwise */
@ConfigurationProperties("linatatawwa.accounts")
record PasskeyRules(@DefaultValue({"administrators", "supervisors"}) Set<String> passkeysFor, @DefaultValue("14d") Duration passkeyGrace, @Nullable Boolean passkeysNeeded) {

  PasskeyRules {
    passkeysFor = Set.copyOf(passkeysFor);
  }
}
