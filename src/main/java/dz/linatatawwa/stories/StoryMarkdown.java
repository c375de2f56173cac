package dz.linatatawwa.stories;

import dz.linatatawwa.language.Language;
import gg.jte.Content;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.UrlSanitizer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/** Markdown as stories use it: paragraphs, headings, lists, quotations, emphasis, links, and the story's own pictures by their number. HTML is shown as it was typed; a link
 *  that is none of https, http, mailto or a page of ours leads nowhere; a picture from elsewhere is left out. */
public final class StoryMarkdown {

  private static final int DEEP = 20;
  private static final Pattern OUTSIDE = Pattern.compile("(?i)(https?://[^/\\s].*|mailto:[^\\s]+@[^\\s]+)");
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\]*|#[\\w-]*");
  private static final Set<String> BLOCKS = Set.of("p", "h2", "h3", "h4", "li", "blockquote");

  private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of(Heading.class, ListBlock.class, BlockQuote.class, ThematicBreak.class))
      .maxOpenBlockParsers(DEEP).maxInlineNesting(DEEP).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).urlSanitizer(new OurAddresses())
      .attributeProviderFactory(context -> StoryMarkdown::attributes).build();
  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.STRIP).build();

  private StoryMarkdown() {}

  /** The words as HTML.
   *  @param pictures those that may be shown: a picture that is not among them is left out */
  public static Content html(StoryText text, List<StoryPicture> pictures, Language language) {
    String html = written(text.body(), pictures, language);
    return output -> output.writeContent(html);
  }

  static String written(String body, List<StoryPicture> pictures, Language language) {
    Map<Integer, StoryPicture> byNumber = pictures.stream().collect(Collectors.toMap(StoryPicture::number, Function.identity()));
    Node document = PARSER.parse(body);
    document.accept(new Ours(byNumber, language));
    return RENDERER.render(document);
  }

  /** The words without their marks, in one line. */
  static String plain(String body) {
    return PLAIN.render(PARSER.parse(body)).strip();
  }

  /** Numbers of the pictures that the words name, in their order. */
  public static Set<Integer> named(String body) {
    Set<Integer> numbers = new LinkedHashSet<>();
    PARSER.parse(body).accept(new AbstractVisitor() {
      @Override
      public void visit(Image image) {
        int number = number(image);
        if (number > 0) numbers.add(number);
      }
    });
    return numbers;
  }

  private static int number(Image image) {
    return image.getDestination().matches("[1-9]\\d?") ? Integer.parseInt(image.getDestination()) : 0;
  }

  private static void attributes(Node node, String tag, Map<String, String> attributes) {
    if (BLOCKS.contains(tag)) attributes.put("dir", "auto");
    if (node instanceof Link link && OUTSIDE.matcher(link.getDestination()).matches()) attributes.put("rel", "nofollow noopener noreferrer");
    if (node instanceof Image) attributes.put("loading", "lazy");
  }

  /** Puts the story's pictures where their numbers are, and headings below that of the page. */
  private static final class Ours extends AbstractVisitor {

    private final Map<Integer, StoryPicture> pictures;
    private final Language language;

    Ours(Map<Integer, StoryPicture> pictures, Language language) {
      this.pictures = pictures;
      this.language = language;
    }

    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.clamp(heading.getLevel() + 1, 2, 4));
      visitChildren(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      boolean empty = true;
      for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
        empty = empty && (child instanceof SoftLineBreak || child instanceof Text text && text.getLiteral().isBlank());
      }
      if (empty) paragraph.unlink();
    }

    @Override
    public void visit(Image image) {
      StoryPicture picture = pictures.get(number(image));
      if (picture == null) {
        image.unlink();
        return;
      }
      image.setDestination(picture.file().address());
      image.setTitle(null);
      for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) child.unlink();
      image.appendChild(new Text(picture.alt(language)));
    }
  }

  private static final class OurAddresses implements UrlSanitizer {

    @Override
    public String sanitizeLinkUrl(String url) {
      return OUTSIDE.matcher(url).matches() || OURS.matcher(url).matches() ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
      return url;
    }
  }
}
