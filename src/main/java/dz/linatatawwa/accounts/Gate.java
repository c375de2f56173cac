package dz.linatatawwa.accounts;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** What every request passes before a page sees it: who it is, and whether a deed comes from a form of ours. What the browser
 *  may do with an answer is said by the frame's first filter. Who may do what is decided in each room, beside the deed; a page that
 *  needs somebody takes {@link SignedIn}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DoorRules.class)
class Gate {

  @Bean
  SecurityFilterChain filters(HttpSecurity http, SessionsOfRequests sessions, FormTokens tokens, Refusals refusals, ObjectProvider<OwnProof> proofs) throws Exception {
    return http
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .securityContext(context -> context.securityContextRepository(sessions))
        .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .csrf(csrf -> csrf.ignoringRequestMatchers(proofs.stream().map(OwnProof::path).toArray(String[]::new)).csrfTokenRepository(tokens).csrfTokenRequestHandler(new FormTokenReading())
            .sessionAuthenticationStrategy((who, request, response) -> {}))
        .addFilterBefore(new OwnPagesOnly(refusals), CsrfFilter.class)
        .exceptionHandling(refused -> refused.accessDeniedHandler(refusals))
        .logout(AbstractHttpConfigurer::disable)
        .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new Keeping()))
        .build();
  }

  /** The request is timed as a whole; not each filter of it, which cost a tenth of a check-in's time. */
  @Bean
  SecurityObservationSettings timings() {
    return SecurityObservationSettings.noObservations();
  }
}
