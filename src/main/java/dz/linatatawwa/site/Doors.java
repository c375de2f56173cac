package dz.linatatawwa.site;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the bounds of a crowd before the web server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrowdRules.class)
class Doors {

  /** Connections that wait for a moment until they are looked at: forty thousand people come within a minute. */
  private static final int BACKLOG = 1_024;

  @Bean
  Crowd crowd(CrowdRules rules, MeterRegistry figures) {
    Crowd crowd = new Crowd(rules.most(), rules.line());
    Gauge.builder("linatatawwa.crowd.inside", crowd, Crowd::inside).description("requests that are being answered").register(figures);
    FunctionCounter.builder("linatatawwa.crowd.refused", crowd, Crowd::refused).description("requests for which there was no room").register(figures);
    FunctionCounter.builder("linatatawwa.crowd.refused.doorstep", crowd, Crowd::refusedOnDoorstep).description("of these, before a thread was made for them").register(figures);
    return crowd;
  }

  @Bean
  @Order(0)
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> guarded(CrowdRules rules, Crowd crowd) {
    return factory -> {
      factory.setProtocol(GuardedProtocol.class.getName());
      factory.addConnectorCustomizers(connector -> guard(connector, rules, crowd));
      factory.addEngineValves(new Door(rules, crowd));
      factory.addContextCustomizers(Doors::withoutFiles);
    };
  }

  /** Nothing is served from a folder. With one, the web server would look there for every address that is no page of ours; and where the machine's own encoding knows no Arabic it would say in its
   *  more talkative log that the file of that address, and so of what people typed, is not the one it looked for. */
  private static void withoutFiles(Context context) {
    context.setDocBase(null);
  }

  private static void guard(Connector connector, CrowdRules rules, Crowd crowd) {
    if (!(connector.getProtocolHandler() instanceof GuardedProtocol guarded)) return;
    guarded.guard(rules, crowd);
    guarded.setMaxConnections(rules.allConnections());
    guarded.setAcceptCount(BACKLOG);
    guarded.setProperty("socket.directBuffer", "true");
  }
}
