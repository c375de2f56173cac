package dz.linatatawwa.accounts;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** What every request passes before a page sees it: who it is, and whether a deed comes from a form of ours. What the browser
 *  may do with an answer is said by the frame's first filter. Who may do what is decided in each room, beside the deed; a page that
 *  needs somebody takes {@link SignedIn}. */
@Configuration
@EnableConfigurationProperties(DoorRules.class)
class Gate {

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
        .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new Keeping()))
        .build();
  }
}
