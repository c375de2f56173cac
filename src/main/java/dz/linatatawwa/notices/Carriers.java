package dz.linatatawwa.notices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Which ways out of the house there are: by the settings, or none but the outbox in a demonstration. */
@Configuration
class Carriers {

  @Configuration
  @ConditionalOnProperty(name = "linatatawwa.demo", havingValue = "false", matchIfMissing = true)
  static class Real {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Carrier mail(JavaMailSender sender, LetterPaper paper, @Value("${linatatawwa.mail.from:}") String from) {
      if (from.isEmpty()) throw new IllegalStateException("spring.mail.host is set, so linatatawwa.mail.from must name the sender's address");
      return new MailCarrier(sender, paper, from);
    }

    @Bean
    @ConditionalOnProperty("linatatawwa.sms.url")
    Carrier sms(LetterPaper paper, @Value("${linatatawwa.sms.url}") String url, @Value("${linatatawwa.sms.authorization:}") String authorization,
        @Value("${linatatawwa.sms.body:}") String body) {
      return new SmsCarrier(paper, url, authorization, body.isEmpty() ? SmsCarrier.USUAL_BODY : body);
    }
  }

  /** Nothing leaves: the outbox page shows what would have. */
  @Configuration
  @ConditionalOnProperty(name = "linatatawwa.demo", havingValue = "true")
  static class Demonstration {

    @Bean
    Carrier outboxOfMail() {
      return new Outbox("email");
    }

    @Bean
    Carrier outboxOfSms() {
      return new Outbox("sms");
    }
  }

  private record Outbox(String channel) implements Carrier {
    @Override
    public void carry(Letter letter) {
      // The table of deliveries is the outbox.
    }
  }
}
