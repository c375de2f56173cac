package dz.linatatawwa.api.web;

import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Where a list is gone on with, and how far. */
record Step(
    @Parameter(in = ParameterIn.QUERY, description = "Where to go on: the value of next of the part before", schema = @Schema(type = "string", pattern = "^[0-9]{1,18}$")) @Nullable String after,
    @Parameter(in = ParameterIn.QUERY, description = "How many at most", schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "100", defaultValue = "20")) @Nullable Integer limit) {

  private static final int USUAL = 20;
  private static final int MOST = 100;

  /** The number to go on from. @param otherwise at the beginning */
  long from(long otherwise) {
    if (after == null) return otherwise;
    if (!after.matches("[0-9]{1,18}")) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.after");
    return Long.parseLong(after);
  }

  int size() {
    if (limit == null) return USUAL;
    if (limit < 1 || limit > MOST) throw new ApiRefusal(ProblemType.BAD_REQUEST).saying("api.refused.limit", MOST);
    return limit;
  }

  /** One more is asked for than is shown: so that it is known whether there are more. */
  int asked() {
    return size() + 1;
  }

  /** The answer, with the address of the next part in {@code Link}.
   *  @param found up to {@link #asked()} */
  <F, T> ResponseEntity<Part<T>> answer(List<F> found, Function<F, Object> number, Function<F, T> shown, HttpServletRequest request) {
    boolean more = found.size() > size();
    List<F> here = more ? found.subList(0, size()) : found;
    String next = more ? number.apply(here.getLast()).toString() : null;
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate());
    if (next != null) answer.header(HttpHeaders.LINK, "<" + address(next, request) + ">; rel=\"next\"");
    return answer.body(new Part<>(here.stream().map(shown).toList(), next));
  }

  private static String address(String next, HttpServletRequest request) {
    StringBuilder address = new StringBuilder(request.getRequestURI()).append('?');
    request.getParameterMap().forEach((name, values) -> {
      if (name.equals("after")) return;
      for (String value : values) address.append(coded(name)).append('=').append(coded(value)).append('&');
    });
    return address.append("after=").append(next).toString();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
