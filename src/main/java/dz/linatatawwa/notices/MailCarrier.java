package dz.linatatawwa.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** E-mail: plain text, and the same as simple HTML. */
class MailCarrier implements Carrier {

  private final JavaMailSender sender;
  private final LetterPaper paper;
  private final String from;

  MailCarrier(JavaMailSender sender, LetterPaper paper, String from) {
    this.sender = sender;
    this.paper = paper;
    this.from = from;
  }

  @Override
  public String channel() {
    return "email";
  }

  @Override
  public void carry(Letter letter) throws MessagingException {
    MimeMessage message = sender.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
    parts.setFrom(from);
    parts.setTo(letter.address());
    parts.setSubject(paper.subject(letter));
    parts.setText(paper.text(letter), paper.html(letter));
    message.setHeader("Content-Language", letter.language().locale().toLanguageTag());
    message.setHeader("Auto-Submitted", "auto-generated");
    sender.send(message);
  }
}
