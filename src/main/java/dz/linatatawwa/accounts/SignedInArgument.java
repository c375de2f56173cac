package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives page methods the {@link SignedIn} or the {@link Session} they take, or an {@code Optional} of it; who takes one for granted gets nobody who lacks
 *  a second step that they need. */
@Component
class SignedInArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final SessionsOfRequests sessions;
  private final PasskeyDuty duty;

  SignedInArgument(SessionsOfRequests sessions, PasskeyDuty duty) {
    this.sessions = sessions;
    this.duty = duty;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> wanted = parameter.nestedIfOptional().getNestedParameterType();
    return wanted == SignedIn.class || wanted == Session.class;
  }

  @Override
  public @Nullable Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
    if (request == null) throw new IllegalStateException("not an HTTP request");
    Optional<Session> session = sessions.of(request);
    boolean person = parameter.nestedIfOptional().getNestedParameterType() == SignedIn.class;
    Optional<?> found = person ? session.map(Session::person) : session;
    if (parameter.getParameterType() == Optional.class) return found;
    duty.check(session.orElseThrow(SignInNeeded::new), request);
    return found.orElseThrow(SignInNeeded::new);
  }

  /** The settings belong to a room below this one, which asks for nobody: whoever lacks a passkey is stopped before it. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new HandlerInterceptor() {
      @Override
      public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        sessions.of(request).ifPresent(session -> duty.check(session, request));
        return true;
      }
    }).addPathPatterns("/settings", "/settings/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }
}
