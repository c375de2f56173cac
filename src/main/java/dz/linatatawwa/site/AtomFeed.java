package dz.linatatawwa.site;

import dz.linatatawwa.language.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A list for readers of feeds (Atom, RFC 4287). Texts may hold what people wrote: it is escaped, and what XML does not know is left out.
 *  @param id      names the feed for ever: its address
 *  @param self    where the feed stands
 *  @param page    the same as a page */
public record AtomFeed(String id, String title, String self, String page, Language language, List<Entry> entries) {

  /** One thing of the list.
   *  @param id        names it for ever: its address
   *  @param enclosure a file that belongs to it; null: none */
  public record Entry(String id, String title, Instant published, Instant updated, String author, String summary, @Nullable String enclosure) {}

  public AtomFeed {
    entries = List.copyOf(entries);
  }

  /** The feed as a file. */
  public byte[] written() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.code());
      element(xml, "id", id);
      element(xml, "title", title);
      element(xml, "updated", entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH).toString());
      link(xml, "self", self);
      link(xml, "alternate", page);
      for (Entry entry : entries) entry(xml, entry);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void entry(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", entry.id());
    element(xml, "title", entry.title());
    element(xml, "published", entry.published().toString());
    element(xml, "updated", entry.updated().toString());
    link(xml, "alternate", entry.id());
    if (entry.enclosure() != null) link(xml, "enclosure", entry.enclosure());
    xml.writeStartElement("author");
    element(xml, "name", entry.author());
    xml.writeEndElement();
    element(xml, "summary", entry.summary());
    xml.writeEndElement();
  }

  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(plain(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  /** Without the marks that keep a page's directions apart, and without what no XML may hold. */
  static String plain(String text) {
    return text.replaceAll("[\\u2066-\\u2069\\u202A-\\u202E\\p{Cntrl}&&[^\\t\\n\\r]]", "").replaceAll("[\\uFFFE\\uFFFF]", "");
  }
}
