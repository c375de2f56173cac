package dz.linatatawwa.site;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A problem that a room answers by itself leads to words too. */
@ControllerAdvice
class TypedProblems implements ResponseBodyAdvice<Object> {

  @Override
  public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returned, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request, ServerHttpResponse response) {
    if (body instanceof ProblemDetail problem && lacksType(problem)) problem.setType(ProblemType.of(HttpStatus.valueOf(problem.getStatus())).address());
    return body;
  }

  private static boolean lacksType(ProblemDetail problem) {
    return problem.getType() == null || problem.getType().toString().equals("about:blank");
  }
}
