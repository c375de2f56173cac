package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** What every request passes before a page sees it: who it is, whether a deed comes from a form of ours, and what the browser may do with
 *  the answer. Who may do what is decided in each room, beside the deed; a page that needs somebody takes {@link SignedIn}. */
@Configuration
@EnableConfigurationProperties(DoorRules.class)
class Gate {

  private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
      + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

  @Bean
  SecurityFilterChain filters(HttpSecurity http, SessionsOfRequests sessions, FormTokens tokens, Refusals refusals) throws Exception {
    return http
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).csrfTokenRequestHandler(new FormTokenReading())
            .sessionAuthenticationStrategy((who, request, response) -> {}))
        .addFilterBefore(new OwnPagesOnly(refusals), CsrfFilter.class)
        .exceptionHandling(refused -> refused.accessDeniedHandler(refusals))
        .logout(AbstractHttpConfigurer::disable)
        .headers(Gate::headers)
        .build();
  }

  /** Addresses that no honest link has (hidden slashes, path parameters) are refused before any page, with the same headers as a page. */
  @Bean
  RequestRejectedHandler rejections() {
    return (request, response, why) -> {
      refusalHeaders(response);
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    };
  }

  static void refusalHeaders(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", CONTENT);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN.getPolicy());
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(policy -> policy.policy("camera=(self), geolocation=(self), microphone=(), payment=(), usb=()"))
        .httpStrictTransportSecurity(transport -> transport.maxAgeInSeconds(31_536_000).includeSubDomains(true))
        .addHeaderWriter(new Keeping());
  }
}
