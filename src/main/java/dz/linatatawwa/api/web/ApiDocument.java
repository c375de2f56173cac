package dz.linatatawwa.api.web;

import dz.linatatawwa.accounts.Session;
import dz.linatatawwa.accounts.SignedIn;
import dz.linatatawwa.api.Caller;
import dz.linatatawwa.api.KeyScope;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What {@code /api/openapi.json} says of every operation by rule: who may call it, what it must bear, how it answers. */
@Configuration
class ApiDocument {

  private static final String KEY = "key";
  private static final String SESSION = "session";
  private static final Map<String, String> REFUSALS = Map.ofEntries(Map.entry("400", "The call cannot be read"), Map.entry("401", "A key or a session is needed, or the one that was shown opens nothing"),
      Map.entry("403", "The key lacks the scope, or the person may not"), Map.entry("405", "The method is not taken here"), Map.entry("406", "The answer is JSON"),
      Map.entry("409", "A rule stands against it now, or the same Idempotency-Key is being answered"), Map.entry("412", "It was changed meanwhile"), Map.entry("413", "The body is too large"),
      Map.entry("415", "The body is not JSON"), Map.entry("422", "Something in it is not valid, or the Idempotency-Key was used for something else"), Map.entry("428", "If-Match is needed"));

  ApiDocument() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(SignedIn.class, Session.class, Caller.class);
  }

  @Bean
  OpenApiCustomizer waysIntoTheApi() {
    return api -> {
      api.externalDocs(new ExternalDocumentation().url("/developers").description("Guide for developers"));
      api.getComponents()
          .addSecuritySchemes(KEY, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").description("A key of an organisation or a partner, with the scopes that it was given"))
          .addSecuritySchemes(SESSION, new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name("__Host-session").description("The session of somebody who signed in"))
          .addHeaders("RateLimit", header("What is left: \"key\";r=599;t=42"))
          .addHeaders("RateLimit-Policy", header("How often one may come: \"key\";q=600;w=60"))
          .addHeaders("ETag", header("The tag of what was read"))
          .addHeaders("Link", header("The address of the next part, rel=next"))
          .addHeaders("Retry-After", header("Seconds to wait"));
      api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> complete(path.startsWith(ApiDoorway.PATH), operation)));
    };
  }

  /** What can be said only when everything else was. */
  private static void complete(boolean ours, Operation operation) {
    if (operation.getParameters() != null) {
      operation.getParameters().stream().filter(one -> one.getSchema() == null && one.getContent() == null).forEach(one -> one.setSchema(new StringSchema()));
    }
    if (!ours) return;
    operation.getResponses().forEach((status, response) -> {
      if (status.startsWith("2")) refer(response, "RateLimit", "RateLimit-Policy", "ETag", "Link");
      if (status.equals("429") || status.equals("503")) refer(response, "Retry-After");
    });
  }

  private static void refer(ApiResponse response, String... headers) {
    for (String name : headers) response.addHeaderObject(name, new Header().$ref("#/components/headers/" + name));
  }

  @Bean
  OperationCustomizer rulesOfOperations() {
    return (operation, method) -> {
      String room = method.getBeanType().getSimpleName().replaceAll("Api$", "");
      operation.setOperationId(Character.toLowerCase(room.charAt(0)) + room.substring(1) + "_" + method.getMethod().getName());
      RequestMethod verb = verb(method);
      boolean ours = method.getBeanType().getPackage().equals(ApiDocument.class.getPackage());
      secure(operation, method, verb, ours);
      if (ours) conventions(operation, verb);
      refuse(operation, "405", "406");
      if (operation.getRequestBody() != null) refuse(operation, "413", "415");
      operation.getResponses().addApiResponse("500", problem("A fault of ours"));
      return operation;
    };
  }

  private static void secure(Operation operation, HandlerMethod method, RequestMethod verb, boolean ours) {
    Needs needs = method.getMethodAnnotation(Needs.class);
    boolean person = Arrays.stream(method.getMethodParameters()).anyMatch(one -> one.getParameterType() == SignedIn.class || one.getParameterType() == Session.class);
    if (needs != null) {
      operation.setSecurity(List.of(new SecurityRequirement().addList(KEY, Arrays.stream(needs.value()).map(KeyScope::code).toList())));
      refuse(operation, "401", "403");
    } else if (person) {
      operation.setSecurity(List.of(new SecurityRequirement().addList(SESSION)));
      refuse(operation, "401", "403");
      if (verb != RequestMethod.GET) operation.addParametersItem(header("X-CSRF-TOKEN", "The token of /api/session", true));
    } else if (ours) {
      operation.setSecurity(List.of(new SecurityRequirement(), new SecurityRequirement().addList(KEY)));
      refuse(operation, "401");
    } else {
      operation.setSecurity(List.of());
      if (verb != RequestMethod.GET) refuse(operation, "403");
    }
  }

  /** What holds for every address under {@code /api/v1}. */
  private static void conventions(Operation operation, RequestMethod verb) {
    switch (verb) {
      case GET -> {
        operation.addParametersItem(header("If-None-Match", "Tags that the reader has", false));
        operation.getResponses().addApiResponse("304", new ApiResponse().description("The reader has it"));
      }
      case POST -> {
        if (operation.getParameters() == null || operation.getParameters().stream().noneMatch(one -> OnceOnly.HEADER.equals(one.getName()))) {
          operation.addParametersItem(header(OnceOnly.HEADER, "Made for this deed, 1 to 64 visible characters: sent again, it is answered the same", true));
        }
        refuse(operation, "409", "422");
      }
      case PUT -> {
        operation.addParametersItem(header("If-Match", "The tag of what was seen", true));
        refuse(operation, "409", "412", "422", "428");
      }
      default -> throw new IllegalStateException("no rule for " + verb);
    }
  }

  private static void refuse(Operation operation, String... statuses) {
    for (String status : statuses) {
      if (!operation.getResponses().containsKey(status)) operation.getResponses().addApiResponse(status, problem(REFUSALS.getOrDefault(status, "Refused")));
    }
  }

  private static ApiResponse problem(String description) {
    return new ApiResponse().description(description)
        .content(new Content().addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }

  private static Parameter header(String name, String description, boolean required) {
    return new Parameter().in("header").name(name).description(description).required(required).schema(new StringSchema().minLength(1).maxLength(256));
  }

  private static Header header(String description) {
    return new Header().description(description).schema(new StringSchema());
  }

  private static RequestMethod verb(HandlerMethod method) {
    RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    Set<RequestMethod> verbs = mapping == null ? Set.of() : Set.of(mapping.method());
    return verbs.isEmpty() ? RequestMethod.GET : verbs.iterator().next();
  }
}
