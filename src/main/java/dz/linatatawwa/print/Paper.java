package dz.linatatawwa.print;

import dz.linatatawwa.language.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A document to be printed: A4 sheets with shaped text, drawings, pictures and codes, kept as PDF/A-2a and PDF/UA-1 ask.
 *  The same words of the same moment give the same bytes. Made by one thread; {@link #bytes} ends it. */
public final class Paper {

  private final Language language;
  private final String title;
  private final Instant made;
  private final PDDocument document = new PDDocument();
  private final Tags tags = new Tags();
  private final Map<Face, EmbeddedFace> faces = new LinkedHashMap<>();
  private final List<Sheet> sheets = new ArrayList<>();

  private Paper(Language language, String title, Instant made) {
    this.language = language;
    this.title = title;
    this.made = made;
  }

  /** @param language of its words, and the direction in which its sheets are read
   *  @param title    shown by readers in place of the file's name */
  public static Paper of(Language language, String title, Instant made) {
    return new Paper(language, title, made);
  }

  /** A new A4 sheet, standing. */
  public Sheet sheet() {
    return add(PDRectangle.A4, language);
  }

  /** A new A4 sheet, lying. */
  public Sheet lyingSheet() {
    return lyingSheet(language);
  }

  /** A new A4 sheet, lying. @param reading its own language, where a document has sheets in several */
  public Sheet lyingSheet(Language reading) {
    return add(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()), reading);
  }

  /** Packs what was drawn so far, so that a document of a thousand sheets needs little memory. Nothing more is drawn on these sheets. */
  public void pack() {
    try {
      for (Sheet sheet : sheets) finish(sheet);
    } catch (IOException e) {
      throw new UncheckedIOException("a document in memory", e);
    }
  }

  /** Text, tables and pictures one under the other, over as many sheets as they need. */
  public Flow flow() {
    return new Flow(this);
  }

  /** How many sheets there are. */
  public int count() {
    return sheets.size();
  }

  /** The finished PDF. Nothing can be drawn afterwards. */
  public byte[] bytes() {
    try (document; ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (Sheet sheet : sheets) finish(sheet);
      for (EmbeddedFace face : faces.values()) face.finish(document);
      tags.finish(document);
      Archival.describe(document, title, language, made);
      document.setDocumentId(made.toEpochMilli());
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a document in memory", e);
    }
  }

  Language language() {
    return language;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  Tags tags() {
    return tags;
  }

  PDDocument document() {
    return document;
  }

  EmbeddedFace embedded(Face face) {
    return faces.computeIfAbsent(face, one -> new EmbeddedFace(one, "F" + (faces.size() + 1)));
  }

  private Sheet add(PDRectangle size, Language reading) {
    PDPage page = new PDPage(size);
    page.setResources(new PDResources());
    document.addPage(page);
    tags.begin(page);
    Sheet sheet = new Sheet(this, page, reading);
    sheets.add(sheet);
    return sheet;
  }

  private void finish(Sheet sheet) throws IOException {
    Optional<String> drawn = sheet.toPack();
    if (drawn.isEmpty()) return;
    PDPage page = sheet.page();
    byte[] drawing = drawn.get().getBytes(StandardCharsets.US_ASCII);
    page.setContents(new PDStream(document, new ByteArrayInputStream(drawing), COSName.FLATE_DECODE));
    COSDictionary fonts = new COSDictionary();
    for (EmbeddedFace face : faces.values()) fonts.setItem(COSName.getPDFName(face.key()), face.dictionary());
    page.getResources().getCOSObject().setItem(COSName.FONT, fonts);
  }
}
