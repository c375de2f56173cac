package dz.linatatawwa.releases.web;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.releases.Edition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was released, for programs that gather catalogues (schema.org, as JSON-LD) and for readers of feeds (Atom). */
@Component
class ReleaseCatalogue {

  private static final List<Language> LANGUAGES = List.of(Language.AR, Language.FR, Language.EN);

  private final Dictionary dictionary;
  private final JsonMapper json;

  ReleaseCatalogue(Dictionary dictionary, JsonMapper json) {
    this.dictionary = dictionary;
    this.json = json;
  }

  byte[] json(List<Edition> editions, String site, String licence) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("@context", "https://schema.org/");
    all.put("@type", "DataCatalog");
    all.put("@id", site + "/data");
    all.put("url", site + "/data");
    all.put("name", inEach("releases.title"));
    all.put("description", inEach("releases.coverage"));
    List<Object> sets = new ArrayList<>();
    for (Edition edition : editions) sets.add(dataset(edition, site, licence));
    all.put("dataset", sets);
    return json.writeValueAsBytes(all);
  }

  private Map<String, Object> dataset(Edition edition, String site, String licence) {
    Map<String, Object> set = new LinkedHashMap<>();
    String at = site + edition.path();
    set.put("@type", "Dataset");
    set.put("@id", at);
    set.put("url", at);
    set.put("identifier", edition.fileName());
    set.put("name", inEach("releases.title.of", edition.term().name(), edition.number()));
    set.put("description", inEach("releases.coverage"));
    set.put("version", Integer.toString(edition.number()));
    set.put("datePublished", String.valueOf(edition.publishedAt()));
    set.put("creativeWorkStatus", edition.state().code());
    set.put("temporalCoverage", edition.term().first() + "/" + edition.term().last());
    set.put("spatialCoverage", Map.of("@type", "Country", "identifier", "DZ"));
    set.put("isAccessibleForFree", true);
    if (!licence.isEmpty()) set.put("license", licence);
    set.put("distribution", List.of(download(at + "/package.zip", "application/zip", edition.bytes(), edition.hash()),
        Map.of("@type", "DataDownload", "contentUrl", at + "/datapackage.json", "encodingFormat", "application/json")));
    return set;
  }

  private static Map<String, Object> download(String at, String type, long bytes, String hash) {
    return Map.of("@type", "DataDownload", "contentUrl", at, "encodingFormat", type, "contentSize", bytes + " B", "sha256", hash);
  }

  private List<Map<String, String>> inEach(String key, Object... arguments) {
    return LANGUAGES.stream().map(language -> Map.of("@language", language.code(), "@value", plain(dictionary.in(language).text(key, arguments)))).toList();
  }

  byte[] feed(List<Edition> editions, String site, Language language) {
    Words words = dictionary.in(language);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
      xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.code());
      element(xml, "id", site + "/data");
      element(xml, "title", words.text("releases.title"));
      element(xml, "updated", editions.stream().map(ReleaseCatalogue::changed).max(Instant::compareTo).orElse(Instant.EPOCH).toString());
      link(xml, "self", site + "/data/feed.atom");
      link(xml, "alternate", site + "/data");
      for (Edition edition : editions) entry(xml, edition, site, words);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private static void entry(XMLStreamWriter xml, Edition edition, String site, Words words) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", site + edition.path());
    element(xml, "title", plain(words.text("releases.title.of", edition.term().name(), edition.number())));
    element(xml, "published", String.valueOf(edition.publishedAt()));
    element(xml, "updated", changed(edition).toString());
    link(xml, "alternate", site + edition.path());
    link(xml, "enclosure", site + edition.path() + "/package.zip");
    xml.writeStartElement("author");
    element(xml, "name", words.text("site.name"));
    xml.writeEndElement();
    element(xml, "summary", edition.withdrawnWhy() == null ? edition.note() : words.text("releases.state.withdrawn") + ": " + edition.withdrawnWhy());
    xml.writeEndElement();
  }

  private static Instant changed(Edition edition) {
    Instant withdrawn = edition.withdrawnAt();
    Instant published = edition.publishedAt();
    return withdrawn != null ? withdrawn : published != null ? published : edition.madeAt();
  }

  private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", address);
  }

  private static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069]", "");
  }
}
