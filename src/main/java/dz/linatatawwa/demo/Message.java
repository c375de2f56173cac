package dz.linatatawwa.demo;

import java.time.Instant;

/** A message that left the platform, or is about to.
 *  @param to      the e-mail address, or the phone as +213…
 *  @param channel email or sms */
public record Message(String to, String channel, String subject, String body, Instant at) {}
