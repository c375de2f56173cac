package dz.linatatawwa.accounts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long sessions live and how often doors may be tried: the settings under {@code linatatawwa.doors}.
 *  @param idle        a session that nobody used for so long ends
 *  @param absolute    every session ends after so long
 *  @param staffIdle   the same for administrators
 *  @param staffAbsolute the same for administrators
 *  @param codeLife    how long a one-time code works
 *  @param smsPerHour  no more codes by SMS leave than this, whoever asks
 *  @param smsPerDay   no more codes by SMS leave than this, whoever asks
 *  @param mailPerHour no more codes by e-mail leave than this, whoever asks
 *  @param generous    limits a thousand times higher, for demonstrations and load tests
 *  @param relyingParty the host to which passkeys are bound; the request's own host when empty */
@ConfigurationProperties("linatatawwa.doors")
record DoorRules(@DefaultValue("14d") Duration idle, @DefaultValue("90d") Duration absolute, @DefaultValue("12h") Duration staffIdle,
    @DefaultValue("7d") Duration staffAbsolute, @DefaultValue("10m") Duration codeLife, @DefaultValue("2000") int smsPerHour,
    @DefaultValue("10000") int smsPerDay,
    @DefaultValue("5000") int mailPerHour, @Nullable Boolean generous,
    @DefaultValue("") String relyingParty) {

  Duration idle(boolean administrator) {
    return administrator ? staffIdle : idle;
  }

  Duration absolute(boolean administrator) {
    return administrator ? staffAbsolute : absolute;
  }
}
