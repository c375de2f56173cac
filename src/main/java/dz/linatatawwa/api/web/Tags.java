package dz.linatatawwa.api.web;

import dz.linatatawwa.site.ApiRefusal;
import dz.linatatawwa.site.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** Tags of what was read (RFC 9110): who asks again with {@code If-None-Match} gets 304, who writes says with {@code If-Match} what they have seen. A thing that can be written has a
 *  strong tag; lists have weak ones, so that they may be sent compressed. */
@Component
class Tags {

  private static final int LETTERS = 24;
  private static final Set<String> READ = Set.of("GET", "HEAD");

  private final JsonMapper json;

  Tags(JsonMapper json) {
    this.json = json;
  }

  /** The strong tag of a thing as it is shown. */
  String of(Object shown) {
    return "\"" + hash(json.writeValueAsBytes(shown)) + "\"";
  }

  /** Lets a writer pass who has seen the thing as it is now.
   *  @throws ApiRefusal 428 without a tag, 412 with another one */
  void match(HttpServletRequest request, Object now) {
    String seen = request.getHeader(HttpHeaders.IF_MATCH);
    if (seen == null) throw new ApiRefusal(ProblemType.TAG_NEEDED);
    String tag = of(now);
    if (!seen.strip().equals("*") && !names(seen, tag, false)) throw new ApiRefusal(ProblemType.CHANGED).with(HttpHeaders.ETAG, tag);
  }

  /** Tags what was read and has no tag yet, and leaves the body out where the reader has it. */
  static void write(HttpServletRequest request, ContentCachingResponseWrapper answer) {
    if (!READ.contains(request.getMethod()) || answer.getStatus() != HttpServletResponse.SC_OK) return;
    String said = answer.getHeader(HttpHeaders.ETAG);
    String tag = said == null ? "W/\"" + hash(answer.getContentAsByteArray()) + "\"" : said;
    answer.setHeader(HttpHeaders.ETAG, tag);
    if (!names(request.getHeader(HttpHeaders.IF_NONE_MATCH), tag, true)) return;
    answer.resetBuffer();
    answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
  }

  /** @param weakly whether weak tags count */
  private static boolean names(@Nullable String list, String tag, boolean weakly) {
    if (list == null) return false;
    if (list.strip().equals("*")) return true;
    return Arrays.stream(list.split(",")).map(String::strip).map(one -> weakly ? bare(one) : one).anyMatch((weakly ? bare(tag) : tag)::equals);
  }

  private static String bare(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(OnceOnly.sha(bytes)).substring(0, LETTERS);
  }
}
