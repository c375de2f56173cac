package dz.linatatawwa.carriers;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** E-mail: plain text, and the same as simple HTML. Connections to the mail server are kept for the next letter. */
class MailCarrier implements Carrier {

  /** A mail server ends a connection that has carried too much, or that nobody uses; ours are ended before. */
  private static final int MOST_LETTERS = 200;
  private static final long IDLE_NANOS = 8_000_000_000L;

  private final JavaMailSenderImpl server;
  private final String from;
  private final ConcurrentLinkedDeque<Line> resting = new ConcurrentLinkedDeque<>();

  private record Line(Transport transport, int letters, long restedAt) {
    boolean good() {
      return letters < MOST_LETTERS && System.nanoTime() - restedAt < IDLE_NANOS;
    }
  }

  MailCarrier(JavaMailSenderImpl server, String from) {
    this.server = server;
    this.from = from;
  }

  @Override
  public String channel() {
    return "email";
  }

  @Override
  public Carried carry(Parcel parcel) throws MessagingException {
    if (!(parcel instanceof Parcel.Mail mail)) throw new IllegalArgumentException("no e-mail: " + parcel.id());
    MimeMessage message = message(mail);
    Line line = line();
    try {
      line.transport().sendMessage(message, message.getAllRecipients());
    } catch (MessagingException failed) {
      close(line);
      String why = forGood(failed);
      if (why == null) throw failed;
      return new Carried.Refused(why);
    }
    resting.push(new Line(line.transport(), line.letters() + 1, System.nanoTime()));
    return Carried.Handed.PLAINLY;
  }

  private Line line() throws MessagingException {
    for (Line line = resting.poll(); line != null; line = resting.poll()) {
      if (line.good()) return line;
      close(line);
    }
    String protocol = server.getProtocol();
    Transport transport = server.getSession().getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
    transport.connect(server.getHost(), server.getPort(), empty(server.getUsername()), empty(server.getPassword()));
    return new Line(transport, 0, System.nanoTime());
  }

  private static @Nullable String empty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static void close(Line line) {
    try {
      line.transport().close();
    } catch (MessagingException gone) {
      // It is gone, which is what was wanted.
    }
  }

  /** The mailbox was refused for good (5xx to its address): trying again would only harm our name. */
  private static @Nullable String forGood(MessagingException failed) {
    for (Exception one = failed; one instanceof MessagingException more; one = more.getNextException()) {
      if (one instanceof SMTPAddressFailedException address && address.getReturnCode() >= 500) return "SMTP " + address.getReturnCode();
    }
    return null;
  }

  private MimeMessage message(Parcel.Mail mail) throws MessagingException {
    MimeMessage message = new Numbered(server.getSession(), "<" + mail.made() + "." + mail.id() + "@" + from.substring(from.indexOf('@') + 1).replace(">", "") + ">");
    message.setFrom(new InternetAddress(from));
    message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to()));
    message.setSubject(mail.subject().replaceAll("[\\r\\n]+", " "), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(Instant.ofEpochSecond(mail.made())));
    message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
    message.setHeader("Content-Language", mail.language());
    message.setHeader("Auto-Submitted", "auto-generated");
    for (var header : mail.headers().entrySet()) message.setHeader(header.getKey(), header.getValue());
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String kind) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), kind);
    return part;
  }

  /** Bears the same Message-ID each time that it is tried. */
  private static final class Numbered extends MimeMessage {
    private final String number;

    Numbered(Session session, String number) {
      super(session);
      this.number = number;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", number);
    }
  }
}
