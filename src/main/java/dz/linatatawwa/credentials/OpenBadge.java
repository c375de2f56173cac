package dz.linatatawwa.credentials;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a credential as Open Badges 3.0 asks: hours as its own terms have them, one language a document, lists where its schema wants lists. */
final class OpenBadge {

  private static final List<Language> WRITTEN = List.of(Language.AR, Language.FR, Language.EN);
  private static final BigDecimal HOUR = BigDecimal.valueOf(60);

  private OpenBadge() {}

  /** Not signed yet.
   *  @param hours  whether the confirmed time is told, where there is any
   *  @param issuer what the platform is called
   *  @param hour   what the result is called */
  static ObjectNode of(CredentialView credential, CredentialTable.Place place, Language language, boolean hours, String issuer, String hour) {
    String site = credential.site();
    Achievement achievement = credential.achievement();
    boolean told = hours && credential.minutes() != null;
    ObjectNode badge = JsonNodeFactory.instance.objectNode();
    Shape.CREDENTIAL.contexts().forEach(badge.putArray("@context")::add);
    badge.put("id", site + "/credentials/" + credential.id());
    badge.putArray("type").add("VerifiableCredential").add("OpenBadgeCredential");
    badge.put("name", plain(achievement.nameIn(language)));
    profile(badge.putObject("issuer"), site, issuer);
    badge.put("validFrom", credential.issuedAt().toString());
    LocalDate until = credential.until();
    if (until != null) badge.put("validUntil", until.plusDays(1).atStartOfDay(Words.ZONE).toInstant().toString());
    ObjectNode subject = badge.putObject("credentialSubject").put("id", "urn:uuid:" + place.subject());
    subject.putArray("type").add("AchievementSubject");
    if (credential.from() instanceof LocalDate from) subject.put("activityStartDate", moment(from.atStartOfDay(Words.ZONE)));
    if (credential.to() instanceof LocalDate to) subject.put("activityEndDate", moment(to.plusDays(1).atStartOfDay(Words.ZONE).minusSeconds(1)));
    achievement(subject.putObject("achievement"), achievement, site, language, told ? hour : "");
    if (told && credential.minutes() instanceof Long minutes) result(subject, address(site, achievement, language), minutes);
    String list = site + "/credentials/status/" + place.list();
    badge.putObject("credentialStatus").put("id", list + "#" + place.position()).put("type", "BitstringStatusListEntry").put("statusPurpose", "revocation")
        .put("statusListIndex", Integer.toString(place.position())).put("statusListCredential", list);
    return badge;
  }

  /** The words of an achievement in one language, and where the others are. */
  static void achievement(ObjectNode into, Achievement achievement, String site, Language language, String hour) {
    String address = address(site, achievement, language);
    String bare = site + "/achievements/" + achievement.key() + "/" + achievement.version();
    into.put("id", address);
    into.putArray("type").add("Achievement");
    into.put("achievementType", achievement.type().term()).put("name", plain(achievement.nameIn(language)))
        .put("description", plain(achievement.descriptionIn(language))).put("inLanguage", language.code()).put("version", Integer.toString(achievement.version()));
    into.putObject("criteria").put("id", bare).put("narrative", plain(achievement.criteriaIn(language)));
    into.putObject("image").put("id", bare + ".png?lang=" + language.code()).put("type", "Image");
    for (Language other : WRITTEN) {
      if (other == language) continue;
      ObjectNode related = into.withArray("related").addObject().put("id", address(site, achievement, other));
      related.putArray("type").add("Related");
      related.put("inLanguage", other.code());
    }
    if (hour.isEmpty()) return;
    ObjectNode result = into.putArray("resultDescription").addObject().put("id", address + "#hours");
    result.putArray("type").add("ResultDescription");
    result.put("name", plain(hour)).put("resultType", "ext:VolunteerHours").put("valueMin", "0");
  }

  /** Who issues: also what stands at the issuer's address. */
  static void profile(ObjectNode into, String site, String name) {
    into.put("id", site + "/issuer");
    into.putArray("type").add("Profile");
    into.put("name", plain(name)).put("url", site);
  }

  /** The language in which a document for this reader is written. */
  static Language written(Language reader) {
    return WRITTEN.contains(reader) ? reader : Language.AR;
  }

  /** Hours as they are written in documents: 62.5 */
  static String hours(long minutes) {
    return BigDecimal.valueOf(minutes).divide(HOUR, 2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  /** A day's first and last second: the schema wants moments where the context says days. */
  private static String moment(ZonedDateTime at) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }

  private static void result(ObjectNode subject, String achievement, long minutes) {
    ObjectNode result = subject.putArray("result").addObject();
    result.putArray("type").add("Result");
    result.put("resultDescription", achievement + "#hours").put("value", hours(minutes));
  }

  private static String address(String site, Achievement achievement, Language language) {
    return site + "/achievements/" + achievement.key() + "/" + achievement.version() + "?lang=" + language.code();
  }

  /** Control characters say nothing, and are not signed by everybody in one way. */
  private static String plain(String words) {
    return words.replace("\r\n", "\n").replaceAll("[\\x00-\\x09\\x0b-\\x1f\\x7f]", " ").strip();
  }
}
