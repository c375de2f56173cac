package dz.linatatawwa.api.web;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How the description of the API calls its schemas: after the record; one that lies in another after both, so that no two rooms write the same name for different things. */
@Configuration
class SchemaNames extends TypeNameResolver {

  /** The innermost of the converters: each that is registered later is asked before it. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  ModelResolver namedSchemas(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), this).openapi31(true);
  }

  @Override
  protected String nameForClass(Class<?> kind, Set<Options> options) {
    String own = kind.getSimpleName().replaceAll("Json$", "");
    Class<?> around = kind.getEnclosingClass();
    if (around == null || kind.getSimpleName().endsWith("Json") || kind.getSimpleName().endsWith("Input")) return own;
    return around.getSimpleName().replaceAll("(Api|Json)$", "") + own;
  }
}
