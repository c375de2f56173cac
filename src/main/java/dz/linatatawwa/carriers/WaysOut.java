package dz.linatatawwa.carriers;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Which ways out of the house there are: by the settings, or none but the outbox in a demonstration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmsRules.class)
class WaysOut {

  @Bean
  PushHosts pushHosts(@Value("${linatatawwa.push.hosts:}") List<String> hosts) {
    return new PushHosts(hosts.isEmpty() ? PushHosts.USUAL : hosts);
  }

  @Configuration
  @ConditionalOnProperty(name = "linatatawwa.demo", havingValue = "false", matchIfMissing = true)
  static class Real {

    @Bean
    @ConditionalOnProperty("spring.mail.host")
    Carrier mail(JavaMailSenderImpl server, @Value("${linatatawwa.mail.from:}") String from) {
      if (from.isEmpty()) throw new IllegalStateException("spring.mail.host is set, so linatatawwa.mail.from must name the sender's address");
      return new MailCarrier(server, from);
    }

    @Bean
    @ConditionalOnProperty("linatatawwa.sms.url")
    Carrier gateway(SmsRules rules) {
      return new GatewayCarrier(rules);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("linatatawwa.sms.smpp.host")
    SmppCarrier messageCentre(SmsRules rules, ApplicationEventPublisher events) {
      SmsRules.Smpp smpp = rules.smpp();
      if (smpp == null || !rules.url().isEmpty()) throw new IllegalStateException("set either linatatawwa.sms.url or linatatawwa.sms.smpp, not both");
      return new SmppCarrier(smpp, events::publishEvent, Duration.ofSeconds(1));
    }

    /** Only a platform that knows its own address on the Internet may say to the servers of browsers who it is. */
    @Bean
    @ConditionalOnProperty("linatatawwa.url")
    Carrier push(PushHosts hosts, PushKeys keys) {
      return new PushCarrier(PushCarrier.client(), hosts, keys);
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

    @Bean
    Carrier outboxOfPush() {
      return new Outbox("push");
    }
  }

  /** The table of deliveries is the outbox. */
  private record Outbox(String channel) implements Carrier {
    @Override
    public Carried carry(Parcel parcel) {
      return parcel instanceof Parcel.Sms sms ? new Carried.Handed(null, SmsText.of(sms.text()).parts().size()) : Carried.Handed.PLAINLY;
    }
  }
}
