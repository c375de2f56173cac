package dz.linatatawwa.feeds;

import dz.linatatawwa.language.Language;
import dz.linatatawwa.search.Findables;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The map of the site for search engines (sitemaps.org): an index and parts, each page in three languages that name each other. A part holds what became known as
 *  one of so many; as numbers are never given again, a page stays in its part, and a part never holds more than 50,000 addresses. Parts stand
 *  beside the front page, since a map may only name what lies below its own folder. Written as it is read. */
@Component
public class SiteMap {

  private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String XHTML = "http://www.w3.org/1999/xhtml";
  private static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR, Language.EN);
  /** Three addresses each: 48,000. */
  private static final int THINGS_A_PART = 16_000;
  private static final int READ_AT_ONCE = 1_000;

  /** Lists and other pages that are always there. */
  private static final List<String> PAGES = List.of("/", "/opportunities", "/campaigns", "/organizations", "/trainings", "/ideas", "/stories", "/needs", "/archive", "/numbers", "/data", "/ledger",
      "/partners", "/verify", "/feeds", "/embed", "/organizations/new", "/help", "/accessibility", "/privacy", "/about");

  private final Findables findables;

  SiteMap(Findables findables) {
    this.findables = findables;
  }

  /** How many parts there are beside the lists; the first is there before anything is. */
  public long parts() {
    return Math.max(1, (findables.last() + THINGS_A_PART - 1) / THINGS_A_PART);
  }

  /** The index. @param site address of the platform */
  public void index(String site, OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = begun(out, "sitemapindex");
    part(xml, site + "/sitemap-pages.xml");
    for (long part = 1; part <= parts(); part++) part(xml, site + "/sitemap-" + part + ".xml");
    end(xml);
  }

  private static void part(XMLStreamWriter xml, String address) throws XMLStreamException {
    xml.writeStartElement("sitemap");
    element(xml, "loc", address);
    xml.writeEndElement();
  }

  /** The pages that are always there. */
  public void pages(String site, OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = begun(out, "urlset");
    for (String path : PAGES) page(xml, site + path, null);
    end(xml);
  }

  /** One part. @param part from 1 */
  public void part(int part, String site, OutputStream out) throws XMLStreamException {
    XMLStreamWriter xml = begun(out, "urlset");
    long upTo = (long) part * THINGS_A_PART;
    long behind = upTo - THINGS_A_PART;
    List<Findables.Address> read = findables.between(behind, upTo, READ_AT_ONCE);
    while (!read.isEmpty()) {
      for (Findables.Address one : read) page(xml, site + one.path(), one.changedAt());
      read = findables.between(read.getLast().number(), upTo, READ_AT_ONCE);
    }
    end(xml);
  }

  private static void page(XMLStreamWriter xml, String address, @Nullable Instant changed) throws XMLStreamException {
    for (Language language : LANGUAGES) {
      xml.writeStartElement("url");
      element(xml, "loc", in(language, address));
      if (changed != null) element(xml, "lastmod", changed.truncatedTo(ChronoUnit.SECONDS).toString());
      for (Language other : LANGUAGES) alternate(xml, other.locale().toLanguageTag(), in(other, address));
      alternate(xml, "x-default", address);
      xml.writeEndElement();
    }
  }

  /** As {@code site.Page.canonical} says it. */
  private static String in(Language language, String address) {
    return language == Language.AR ? address : address + "?lang=" + language.code();
  }

  private static void alternate(XMLStreamWriter xml, String language, String address) throws XMLStreamException {
    xml.writeEmptyElement("xhtml", "link", XHTML);
    xml.writeAttribute("rel", "alternate");
    xml.writeAttribute("hreflang", language);
    xml.writeAttribute("href", address);
  }

  private static XMLStreamWriter begun(OutputStream out, String root) throws XMLStreamException {
    XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement(root);
    xml.writeDefaultNamespace(SITEMAP);
    if (root.equals("urlset")) xml.writeNamespace("xhtml", XHTML);
    return xml;
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.flush();
  }

  private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
