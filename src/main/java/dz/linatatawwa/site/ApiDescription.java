package dz.linatatawwa.site;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /api/openapi.json} says of the whole: who offers it, under which version and licence, where, and how errors look. */
@Configuration
class ApiDescription {

  private static final String PROBLEM = "Problem";

  /** @param url the public address; empty: an address relative to the document */
  @Bean
  OpenAPI api(@Value("${linatatawwa.url:}") String url, @Value("${linatatawwa.version:0.1.0}") String version) {
    return new OpenAPI()
        .info(new Info().title("Linatatawwa API").version(version)
            .description("The national volunteering platform of Algeria: opportunities, organisations, places, public numbers, and what a signed-in person may read and do. "
                + "Times are ISO 8601 with an offset, durations whole minutes, places official codes. Errors are problem documents (RFC 9457). "
                + "Other systems use the addresses under /api/v1, with a key where it is said; they keep their meaning. The others serve the platform's own pages: "
                + "their deeds need the session's cookie and the token of /api/session in the header X-CSRF-TOKEN. See /developers.")
            .license(new License().name("All rights reserved until a licence is published")))
        .servers(List.of(new Server().url(url.isEmpty() ? "/" : url).description("This platform")))
        .components(new Components().addSchemas(PROBLEM, problem()));
  }

  /** Every operation may answer with a problem; those that need somebody, or a thing that may be missing, say so. */
  @Bean
  OperationCustomizer problems() {
    return (operation, method) -> {
      Map.of("400", "The request cannot be understood", "404", "There is no such thing, or it is not for you", "429", "Too many requests", "503", "The platform pauses; try again after Retry-After")
          .forEach((status, description) -> operation.getResponses().addApiResponse(status, new ApiResponse().description(description).content(new Content()
              .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))))));
      return operation;
    };
  }

  private static Schema<?> problem() {
    return new ObjectSchema().description("What went wrong, RFC 9457").addProperty("type", new StringSchema().format("uri-reference"))
        .addProperty("title", new StringSchema()).addProperty("status", new IntegerSchema()).addProperty("detail", new StringSchema())
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("reason", new StringSchema().description("A code for programs, where the type does not say all"))
        .addProperty("errors", new ArraySchema().items(new ObjectSchema().addProperty("pointer", new StringSchema().description("JSON Pointer into the body"))
            .addProperty("detail", new StringSchema())));
  }
}
