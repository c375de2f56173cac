package dz.linatatawwa.site;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problem documents (RFC 9457): each has a type that leads to words. */
final class ApiProblems {

  private ApiProblems() {}

  /** What a status means, in the words of its type. */
  static ResponseEntity<Object> answer(HttpStatus status, Page page) {
    ProblemType type = ProblemType.of(status);
    ProblemDetail problem = problem(type, page.text(type.key() + ".text"), page);
    problem.setStatus(status);
    return answer(problem);
  }

  static ResponseEntity<Object> answer(ApiRefusal refusal, Page page) {
    ProblemDetail problem = problem(refusal.type(), refusal.detail(page), page);
    if (!refusal.reason().isEmpty()) problem.setProperty("reason", refusal.reason());
    if (refusal.problems().any()) problem.setProperty("errors", refusal.problems().all().stream().map(one -> error(one, page)).toList());
    return answer(problem);
  }

  /** As the example of RFC 9457 lists what is wrong with a body. */
  private static Map<String, String> error(Problems.Problem one, Page page) {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("pointer", "#/" + one.field());
    error.put("detail", page.text(one.key(), one.arguments().toArray()));
    return error;
  }

  private static ProblemDetail problem(ProblemType type, String detail, Page page) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), detail);
    problem.setType(type.address());
    problem.setTitle(page.text(type.key()));
    return problem;
  }

  private static ResponseEntity<Object> answer(ProblemDetail problem) {
    return ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
  }
}
