package dz.linatatawwa.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers in JSON say how long they are and leave in one piece; the framework would send them in two, with a mark of their end of its own. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class WholeJson implements ServerHttpMessageConvertersCustomizer {

  private final JsonMapper mapper;

  WholeJson(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public void customize(HttpMessageConverters.ServerBuilder builder) {
    builder.withJsonConverter(new Converter(mapper));
  }

  private static final class Converter extends JacksonJsonHttpMessageConverter {

    Converter(JsonMapper mapper) {
      super(mapper);
    }

    @Override
    protected void writeInternal(Object object, ResolvableType type, HttpOutputMessage answer, @Nullable Map<String, Object> hints) throws IOException {
      Gathered gathered = new Gathered(answer.getHeaders(), new ByteArrayOutputStream(256));
      super.writeInternal(object, type, gathered, hints);
      answer.getHeaders().setContentLength(gathered.body.size());
      gathered.body.writeTo(answer.getBody());
    }
  }

  private record Gathered(HttpHeaders headers, ByteArrayOutputStream body) implements HttpOutputMessage {

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public OutputStream getBody() {
      return body;
    }
  }
}
