package dz.linatatawwa.api.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says of every record's schema what the record itself says: what is not {@code @Nullable} is there, and what is may be null. The library that writes the description does not
 *  see annotations of types. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class TrueSchemas implements ModelConverter {

  private static final String REFERENCE = "#/components/schemas/";

  @Override
  public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    Schema<?> found = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    Class<?> kind = kind(type.getType());
    if (found == null || kind == null || !kind.isRecord()) return found;
    Schema<?> defined = found.get$ref() == null ? found : context.getDefinedModels().get(found.get$ref().substring(REFERENCE.length()));
    if (defined != null && defined.getProperties() != null) for (RecordComponent part : kind.getRecordComponents()) say(part, defined);
    return found;
  }

  private static @Nullable Class<?> kind(Type type) {
    if (type instanceof Class<?> kind) return kind;
    if (type instanceof JavaType kind) return kind.getRawClass();
    return type instanceof java.lang.reflect.ParameterizedType kind && kind.getRawType() instanceof Class<?> raw ? raw : null;
  }

  @SuppressWarnings("rawtypes")
  private static void say(RecordComponent part, Schema<?> record) {
    Map<String, Schema> properties = record.getProperties();
    Schema property = properties.get(part.getName());
    if (property == null) return;
    boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (nullable) properties.put(part.getName(), orNull(property));
    else if (record.getRequired() == null || !record.getRequired().contains(part.getName())) record.addRequiredItem(part.getName());
  }

  @SuppressWarnings({"rawtypes", "unchecked"})
  private static Schema orNull(Schema property) {
    Schema nothing = new Schema<>();
    nothing.addType("null");
    if (property.get$ref() != null) return new Schema<>().anyOf(new ArrayList<>(List.of(property, nothing)));
    if (property.getTypes() != null) property.addType("null");
    if (property.getEnum() != null && !property.getEnum().contains(null)) {
      List<Object> values = new ArrayList<>(property.getEnum());
      values.add(null);
      property.setEnum(values);
    }
    return property;
  }
}
