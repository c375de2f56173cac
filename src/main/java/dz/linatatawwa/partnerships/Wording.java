package dz.linatatawwa.partnerships;

import dz.linatatawwa.files.Files;
import dz.linatatawwa.files.StoredFile;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The fingerprint of all that is signed: parties, words, days, promises, and the annexes by their own fingerprints. */
@Component
class Wording {

  private final Files files;

  Wording(Files files) {
    this.files = files;
  }

  String hash(Collection<PartnerId> parties, String otherSide, AgreementText text) {
    String partners = parties.stream().map(PartnerId::value).sorted().map(String::valueOf).collect(Collectors.joining(","));
    String promises = text.promises().entrySet().stream().map(one -> one.getKey().code() + "=" + one.getValue().map(String::valueOf).orElse("")).sorted()
        .collect(Collectors.joining(","));
    String annexes = files.find(text.annexes()).stream().map(StoredFile::sha256).collect(Collectors.joining(","));
    List<String> parts = List.of(partners, otherSide, text.titleAr(), text.titleFr(), text.textAr(), text.textFr(), text.from().toString(), text.to().toString(),
        promises, annexes);
    // Each part says how long it is, so that no word can move from one into the next unseen.
    return Tokens.fingerprint(parts.stream().flatMap(part -> Stream.of(Integer.toString(part.length()), part)).collect(Collectors.joining("\n")));
  }
}
