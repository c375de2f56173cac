package dz.linatatawwa.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives page methods the {@link SignedIn} or the {@link Session} they take, or an {@code Optional} of it. */
@Component
class SignedInArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final SessionsOfRequests sessions;

  SignedInArgument(SessionsOfRequests sessions) {
    this.sessions = sessions;
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
    if (parameter.isOptional()) return found;
    return found.orElseThrow(SignInNeeded::new);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }
}
