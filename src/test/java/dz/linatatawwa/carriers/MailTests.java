package dz.linatatawwa.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTests {

  private static final Map<String, String> STOP = Map.of("List-Unsubscribe", "<https://example.dz/unsubscribe/news/abc>", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

  @Test
  void sendsTextAndHtmlOfTheSame() throws Exception {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    try {
      new MailCarrier(server(server.getSmtp().getPort()), "linatatawwa@example.dz").carry(mail(7, "amina@example.dz"));
      MimeMessage received = server.getReceivedMessages()[0];
      assertThat(received.getAllRecipients()).hasSize(1);
      assertThat(received.getSubject()).isEqualTo("فرصة جديدة Bcc: x@example.dz");
      assertThat(received.getContentType()).startsWith("multipart/alternative");
      Multipart both = (Multipart) received.getContent();
      assertThat(both.getBodyPart(0).getContentType()).startsWith("text/plain");
      assertThat((String) both.getBodyPart(0).getContent()).contains("أهلا");
      assertThat((String) both.getBodyPart(1).getContent()).contains("<p dir=\"rtl\">أهلا</p>");
      assertThat(received.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
      assertThat(received.getHeader("Content-Language")).containsExactly("ar-DZ");
      assertThat(received.getMessageID()).isEqualTo("<1796000000.7@example.dz>");
    } finally {
      server.stop();
    }
  }

  @Test
  void manyLettersGoOverOneConnection() throws Exception {
    try (MailSink sink = new MailSink()) {
      MailCarrier carrier = new MailCarrier(server(sink.port()), "linatatawwa@example.dz");
      for (int i = 0; i < 50; i++) assertThat(carrier.carry(mail(i, "a" + i + "@example.dz"))).isEqualTo(Carried.Handed.PLAINLY);
      assertThat(sink.ids).hasSize(50).doesNotHaveDuplicates();
      assertThat(sink.connections.get()).isEqualTo(1);
    }
  }

  @Test
  void severalAtOnceHaveAConnectionEach() throws Exception {
    try (MailSink sink = new MailSink(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      MailCarrier carrier = new MailCarrier(server(sink.port()), "linatatawwa@example.dz");
      for (int lane = 0; lane < 3; lane++) {
        int first = lane * 100;
        threads.submit(() -> {
          for (int i = 0; i < 100; i++) carrier.carry(mail(first + i, "a@example.dz"));
          return null;
        });
      }
      threads.shutdown();
      threads.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS);
      assertThat(sink.ids).hasSize(300).doesNotHaveDuplicates();
      assertThat(sink.connections.get()).isLessThanOrEqualTo(6);
    }
  }

  @Test
  void aMailboxThatIsNoneIsGivenUpAndTheNextLetterGoes() throws Exception {
    try (MailSink sink = new MailSink()) {
      MailCarrier carrier = new MailCarrier(server(sink.port()), "linatatawwa@example.dz");
      assertThat(carrier.carry(mail(1, "nobody@example.dz"))).isEqualTo(new Carried.Refused("SMTP 550"));
      assertThatThrownBy(() -> carrier.carry(mail(2, "busy@example.dz"))).as("451 is tried again").isInstanceOf(jakarta.mail.MessagingException.class);
      assertThat(carrier.carry(mail(3, "amina@example.dz"))).isEqualTo(Carried.Handed.PLAINLY);
      assertThat(sink.ids).hasSize(1);
    }
  }

  @Test
  void aConnectionThatTheServerClosedIsMadeAnewAtTheNextTry() throws Exception {
    try (MailSink sink = new MailSink()) {
      MailCarrier carrier = new MailCarrier(server(sink.port()), "linatatawwa@example.dz");
      carrier.carry(mail(1, "amina@example.dz"));
      sink.hangUp();
      assertThatThrownBy(() -> carrier.carry(mail(2, "amina@example.dz"))).isInstanceOf(jakarta.mail.MessagingException.class);
      assertThat(carrier.carry(mail(2, "amina@example.dz"))).isEqualTo(Carried.Handed.PLAINLY);
      assertThat(sink.ids).hasSize(2);
    }
  }

  private static JavaMailSenderImpl server(int port) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(port);
    return server;
  }

  private static Parcel.Mail mail(long id, String to) {
    return new Parcel.Mail(id, 1_796_000_000L, to, "فرصة جديدة\r\nBcc: x@example.dz", "أهلا\nhttps://example.dz", "<p dir=\"rtl\">أهلا</p>", "ar-DZ", STOP);
  }
}
