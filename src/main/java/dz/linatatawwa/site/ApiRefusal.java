package dz.linatatawwa.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A call of the API is refused: answered as a problem document of this type, in the caller's language. */
public final class ApiRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient HttpHeaders headers = new HttpHeaders();
  private transient @Nullable String key;
  private transient List<Object> arguments = List.of();
  private transient Problems problems = Problems.none();
  private transient String reason = "";

  public ApiRefusal(ProblemType type) {
    super(type.code(), null, false, false);
    this.type = type;
  }

  /** 422: what is wrong with each field. */
  public static ApiRefusal of(Problems problems) {
    ApiRefusal refusal = new ApiRefusal(ProblemType.NOT_VALID);
    refusal.problems = problems;
    return refusal;
  }

  /** In words that say more than the type does. */
  public ApiRefusal saying(String messageKey, Object... messageArguments) {
    key = messageKey;
    arguments = List.of(messageArguments);
    return this;
  }

  /** A code that programs can tell apart, as the member {@code reason}. */
  public ApiRefusal because(String code) {
    reason = code;
    return this;
  }

  public ApiRefusal with(String header, String value) {
    headers.add(header, value);
    return this;
  }

  ProblemType type() {
    return type;
  }

  HttpHeaders headers() {
    return headers;
  }

  Problems problems() {
    return problems;
  }

  String reason() {
    return reason;
  }

  /** What it says in the language of this page. */
  String detail(Page page) {
    return key == null ? page.text(type.key() + ".text") : page.text(key, arguments.toArray());
  }
}
