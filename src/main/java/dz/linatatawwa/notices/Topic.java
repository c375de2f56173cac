package dz.linatatawwa.notices;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a notice is about, as far as people choose by it. Words: {@code notices.topic.CODE} and {@code notices.topic.CODE.text}. */
public enum Topic {
  /** One's own account: always told, at once. */
  ACCOUNT,
  /** Applications, seats and changes to shifts. */
  SEATS,
  /** What is tomorrow. */
  REMINDERS,
  /** Hours, certificates, objections and declarations. */
  HOURS,
  /** Badges, benefits, thanks. */
  RECOGNITION,
  /** Trainings. */
  TRAININGS,
  /** Ideas and needs of places that one wrote, supports or follows. */
  IDEAS,
  /** Goods that one promised, things lent. */
  MEANS,
  /** What organisations write, to one person or to all with a place. */
  MESSAGES,
  /** Being asked to take part. */
  INVITATIONS,
  /** What waits for somebody who acts for an organisation, a partner or the platform. */
  WORK,
  /** Announcements. */
  NEWS,
  /** What none of these says. */
  OTHER;

  /** The beginnings of kinds, the more exact first. */
  private static final Map<String, Topic> BEGINNINGS = beginnings();

  /** Those about which somebody may choose. */
  public static List<Topic> chosen() {
    return Arrays.stream(values()).filter(topic -> topic != ACCOUNT).toList();
  }

  /** As keys and addresses write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@link #code} gave, read again. */
  public static Optional<Topic> read(String code) {
    return Arrays.stream(values()).filter(topic -> topic.code().equals(code)).findFirst();
  }

  /** Of a kind of notices: {@code application-accepted}. */
  public static Topic of(String kind) {
    return BEGINNINGS.entrySet().stream().filter(one -> kind.startsWith(one.getKey())).map(Map.Entry::getValue).findFirst().orElse(OTHER);
  }

  private static Map<String, Topic> beginnings() {
    Map<String, Topic> all = new LinkedHashMap<>();
    put(all, REMINDERS, "application-reminder", "training-reminder");
    put(all, INVITATIONS, "application-invited", "campaign-invitation", "programme-invitation", "organization-invitation", "partner-invitation", "story-");
    put(all, WORK, "application-overdue", "hours-waiting", "seat-offer-waits", "seat-offer-told");
    put(all, SEATS, "application-", "check-out-", "registered-on", "friend-", "team-", "seat-offer-");
    put(all, HOURS, "hours-", "declaration-", "contest-", "certificate-");
    put(all, RECOGNITION, "badge-", "benefit-", "thanks");
    put(all, TRAININGS, "training-");
    put(all, WORK, "pledge-made", "message-desk", "message-assigned");
    put(all, MESSAGES, "message-");
    put(all, IDEAS, "idea-");
    put(all, MEANS, "pledge-", "booking-");
    put(all, WORK, "matter-", "integrity-", "organization-", "partner-", "agreement-", "archive-", "incident-", "programme-", "sms-", "absence", "digest-", "power-", "group-",
        "member-of-age", "opportunity-held", "hook-");
    put(all, ACCOUNT, Sending.CODE, "contact-", "second-step-", "passkey-", "entrance-", "new-device", "recovery", "leaving", "privacy-", "guardian-", "came-of-age",
        "of-age-", "report-", "recourse");
    put(all, NEWS, "announcement");
    return all;
  }

  private static void put(Map<String, Topic> all, Topic topic, String... beginnings) {
    for (String beginning : beginnings) all.put(beginning, topic);
  }
}
