package dz.linatatawwa.site;

import dz.linatatawwa.site.AtomFeed.Entry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The same list as an {@link AtomFeed} for readers that know RSS 2.0 only. */
public final class RssFeed {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CREATOR = "http://purl.org/dc/elements/1.1/";

  private RssFeed() {}

  /** The feed as a file. @param feed its {@code self} is where the RSS stands */
  public static byte[] of(AtomFeed feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("rss");
      xml.writeAttribute("version", "2.0");
      xml.writeNamespace("atom", ATOM);
      xml.writeNamespace("dc", CREATOR);
      xml.writeStartElement("channel");
      channel(xml, feed);
      for (Entry entry : feed.entries()) item(xml, entry);
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void channel(XMLStreamWriter xml, AtomFeed feed) throws XMLStreamException {
    AtomFeed.element(xml, "title", feed.title());
    AtomFeed.element(xml, "link", feed.page());
    AtomFeed.element(xml, "description", feed.title());
    AtomFeed.element(xml, "language", feed.language().locale().toLanguageTag());
    if (!feed.entries().isEmpty()) AtomFeed.element(xml, "lastBuildDate", day(feed.entries().stream().map(Entry::updated).max(Instant::compareTo).orElseThrow()));
    AtomFeed.element(xml, "ttl", "60");
    xml.writeEmptyElement("atom", "link", ATOM);
    xml.writeAttribute("rel", "self");
    xml.writeAttribute("type", "application/rss+xml");
    xml.writeAttribute("href", feed.self());
  }

  private static void item(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
    xml.writeStartElement("item");
    AtomFeed.element(xml, "title", entry.title());
    AtomFeed.element(xml, "link", entry.id());
    AtomFeed.element(xml, "guid", entry.id());
    AtomFeed.element(xml, "pubDate", day(entry.published()));
    xml.writeStartElement("dc", "creator", CREATOR);
    xml.writeCharacters(AtomFeed.plain(entry.author()));
    xml.writeEndElement();
    AtomFeed.element(xml, "description", entry.summary());
    xml.writeEndElement();
  }

  private static String day(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }
}
