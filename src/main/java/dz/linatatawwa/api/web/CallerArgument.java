package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.OwnProof;
import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives methods of the API their {@link Caller}, and lets nobody pass who lacks a scope. */
@Configuration
class CallerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  /** A key proves where a call comes from; sessions count for nothing here, so that no page of another site can act through somebody's browser. */
  @Bean
  static OwnProof keysProveThemselves() {
    return new OwnProof(ApiDoorway.PATH + "**");
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
    return caller(web.getAttribute(ApiDoorway.CALLER, NativeWebRequest.SCOPE_REQUEST));
  }

  private static Caller caller(@Nullable Object found) {
    if (found instanceof Caller caller) return caller;
    throw new ApiRefusal(ProblemType.KEY_NEEDED).with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Scopes()).addPathPatterns(ApiDoorway.PATH + "**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  private static final class Scopes implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
      Needs needs = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Needs.class) : null;
      if (needs == null) return true;
      Caller caller = caller(request.getAttribute(ApiDoorway.CALLER));
      for (KeyScope scope : needs.value()) {
        if (!caller.may(scope)) {
          throw new ApiRefusal(ProblemType.SCOPE_NEEDED).because(scope.code())
              .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + scope.code() + "\"");
        }
      }
      return true;
    }
  }
}
