package dz.linatatawwa.certificates;

import dz.linatatawwa.accounts.AccountId;
import dz.linatatawwa.credentials.Achievement;
import dz.linatatawwa.credentials.AchievementType;
import dz.linatatawwa.credentials.Award;
import dz.linatatawwa.credentials.Credentials;
import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The twin of a paper for other software: every certificate and every book of one person is a credential too, over the hours that count.
 *  It is revoked when the paper is taken back and when hours beneath it are: a credential cannot say "changed since". */
@Component
class CertificateCredentials {

  private static final String KIND = "hours";
  private static final String KEY = "volunteer-hours";
  private static final int VERSION = 1;

  private final Credentials credentials;
  private final Dictionary dictionary;

  CertificateCredentials(Credentials credentials, Dictionary dictionary) {
    this.credentials = credentials;
    this.dictionary = dictionary;
  }

  /** Hours that do not count (declared, proved by a late document) stay on the paper alone. */
  void issue(Certificate certificate) {
    AccountId person = certificate.person();
    long minutes = certificate.minutes().counted();
    if (person == null || minutes == 0) return;
    credentials.issue(new Award(KIND, source(certificate), person, achievement(), certificate.first(), certificate.last(), minutes));
  }

  void takenBack(Certificate certificate) {
    if (certificate.person() != null) credentials.revoke(source(certificate), "certificates.credential.takenBack");
  }

  void changed(Certificate certificate) {
    if (certificate.person() != null) credentials.revoke(source(certificate), "certificates.credential.changed");
  }

  static String source(Certificate certificate) {
    return "certificate:" + certificate.number().value();
  }

  private Achievement achievement() {
    return new Achievement(KEY, VERSION, worded("certificates.credential.name"), worded("certificates.credential.words"),
        worded("certificates.credential.criteria"), AchievementType.COMMUNITY_SERVICE);
  }

  private Map<Language, String> worded(String key) {
    Map<Language, String> words = new EnumMap<>(Language.class);
    for (Language language : List.of(Language.AR, Language.FR, Language.EN)) words.put(language, dictionary.in(language).text(key));
    return words;
  }
}
