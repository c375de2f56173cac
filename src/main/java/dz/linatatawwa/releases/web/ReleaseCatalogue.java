package dz.linatatawwa.releases.web;

import dz.linatatawwa.language.Dictionary;
import dz.linatatawwa.language.Language;
import dz.linatatawwa.language.Words;
import dz.linatatawwa.releases.Edition;
import dz.linatatawwa.site.AtomFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    return new AtomFeed(site + "/data", words.text("releases.title"), site + "/data/feed.atom", site + "/data", language,
        editions.stream().map(edition -> entry(edition, site, words)).toList()).written();
  }

  private static AtomFeed.Entry entry(Edition edition, String site, Words words) {
    Instant published = edition.publishedAt();
    return new AtomFeed.Entry(site + edition.path(), words.text("releases.title.of", edition.term().name(), edition.number()), published == null ? edition.madeAt() : published,
        changed(edition), words.text("site.name"), edition.withdrawnWhy() == null ? edition.note() : words.text("releases.state.withdrawn") + ": " + edition.withdrawnWhy(),
        site + edition.path() + "/package.zip");
  }

  private static Instant changed(Edition edition) {
    Instant withdrawn = edition.withdrawnAt();
    Instant published = edition.publishedAt();
    return withdrawn != null ? withdrawn : published != null ? published : edition.madeAt();
  }

  private static String plain(String text) {
    return text.replaceAll("[\u2066-\u2069]", "");
  }
}
