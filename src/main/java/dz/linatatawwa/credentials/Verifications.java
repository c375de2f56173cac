package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Words;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says of anything that somebody shows how it stands: asks each {@link Verifier} in turn. */
@Service
public class Verifications {

  /** The largest text or file that is looked at. */
  public static final int LARGEST = 2_000_000;

  private final List<Verifier> verifiers;
  private final Disclosure showing;

  Verifications(List<Verifier> verifiers, Disclosure showing) {
    this.verifiers = verifiers;
    this.showing = showing;
  }

  /** What was pasted or typed. */
  public Verification text(String pasted, Words words) {
    String text = pasted.strip();
    if (text.startsWith("\ufeff")) text = text.substring(1).strip();
    if (text.isEmpty() || text.length() > LARGEST) return Verification.bare(Verification.Outcome.UNKNOWN);
    for (Verifier verifier : verifiers) {
      Optional<Verification> answer = verifier.verify(text, words);
      if (answer.isPresent()) return answer.get();
    }
    return Verification.bare(Verification.Outcome.UNKNOWN);
  }

  /** A file: a baked PNG or SVG, or a text. */
  public Verification file(byte[] file, Words words) {
    if (file.length > LARGEST) return Verification.bare(Verification.Outcome.UNKNOWN);
    Optional<String> text = Baking.isPng(file) ? Baking.fromPng(file) : text(file);
    return text.map(found -> text(found, words)).orElse(Verification.bare(Verification.Outcome.UNKNOWN));
  }

  /** What everybody who has its link sees of a credential; nothing where its holder shows nothing, or is never shown. */
  public Optional<Verification> shared(CredentialView credential, Words words) {
    return showing.shared(credential, words);
  }

  /** What its holder sees. */
  public Verification own(CredentialView credential, Words words) {
    return new Verification(showing.standing(credential), credential.achievement().nameIn(words.language()), "",
        Disclosure.facts(credential, credential.minutes(), words), "/credentials/" + credential.id());
  }

  private static Optional<String> text(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.stripLeading().replaceFirst("^\ufeff", "").startsWith("<") ? Baking.fromSvg(file) : Optional.of(text);
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    }
  }
}
