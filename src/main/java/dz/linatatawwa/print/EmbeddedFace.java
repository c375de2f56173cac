package dz.linatatawwa.print;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.fontbox.ttf.HeaderTable;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** What a document holds of a face: the outlines that it used, and for each code the letters that it stands for. A code is one glyph
 *  standing for certain letters, so that text copied out of the document is the text that was put in. */
final class EmbeddedFace {

  private static final List<String> TABLES = List.of("head", "hhea", "hmtx", "maxp", "loca", "glyf", "cvt ", "fpgm", "prep");

  private final Face face;
  private final String key;
  private final COSDictionary dictionary = new COSDictionary();
  private final Map<Use, Integer> codes = new LinkedHashMap<>();

  private record Use(int glyph, String text) {}

  EmbeddedFace(Face face, String key) {
    this.face = face;
    this.key = key;
  }

  /** Its name in the resources of a page. */
  String key() {
    return key;
  }

  COSDictionary dictionary() {
    return dictionary;
  }

  /** Four hexadecimal digits. */
  String code(Glyph glyph) {
    return "%04X".formatted(codes.computeIfAbsent(new Use(glyph.index(), glyph.text()), use -> codes.size() + 1));
  }

  /** Fills the dictionary when everything has been drawn. */
  void finish(PDDocument document) throws IOException {
    String name = tag() + "+" + face.name();
    COSDictionary descendant = descendant(document, name);
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setName(COSName.BASE_FONT, name);
    dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(COSName.TO_UNICODE, stream(document, letters()));
  }

  private COSDictionary descendant(PDDocument document, String name) throws IOException {
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    font.setName(COSName.BASE_FONT, name);
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    font.setItem(COSName.CIDSYSTEMINFO, system);
    font.setItem(COSName.W, widths());
    font.setInt(COSName.DW, 1000);
    synchronized (face.outlines()) {
      TTFSubsetter subset = new TTFSubsetter(face.outlines(), TABLES);
      Set<Integer> used = new TreeSet<>();
      for (Use use : codes.keySet()) used.add(use.glyph);
      subset.addGlyphIds(used);
      font.setItem(COSName.CID_TO_GID_MAP, stream(document, places(subset.getGIDMap())));
      ByteArrayOutputStream outlines = new ByteArrayOutputStream();
      subset.writeToStream(outlines);
      font.setItem(COSName.FONT_DESC, descriptor(document, name, outlines.toByteArray()));
    }
    return font;
  }

  private COSDictionary descriptor(PDDocument document, String name, byte[] outlines) throws IOException {
    TrueTypeFont font = face.outlines();
    HeaderTable head = font.getHeader();
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, 4);
    COSArray box = new COSArray();
    for (double side : new double[] {head.getXMin(), head.getYMin(), head.getXMax(), head.getYMax()}) box.add(new COSFloat((float) face.scaled(side)));
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setFloat(COSName.ITALIC_ANGLE, 0);
    descriptor.setFloat(COSName.ASCENT, (float) face.scaled(font.getHorizontalHeader().getAscender()));
    descriptor.setFloat(COSName.DESCENT, (float) face.scaled(font.getHorizontalHeader().getDescender()));
    descriptor.setFloat(COSName.CAP_HEIGHT, 700);
    descriptor.setFloat(COSName.STEM_V, 80);
    PDStream file = new PDStream(document, new ByteArrayInputStream(outlines), COSName.FLATE_DECODE);
    file.getCOSObject().setLong(COSName.LENGTH1, outlines.length);
    descriptor.setItem(COSName.FONT_FILE2, file);
    return descriptor;
  }

  private COSArray widths() {
    COSArray each = new COSArray();
    for (Use use : codes.keySet()) each.add(new COSFloat((float) face.advance(use.glyph)));
    COSArray widths = new COSArray();
    widths.add(COSInteger.get(1));
    widths.add(each);
    return widths;
  }

  /** For each code the place of its outline in the subset, two bytes each. */
  private byte[] places(Map<Integer, Integer> oldOfNew) {
    Map<Integer, Integer> newOfOld = new HashMap<>();
    oldOfNew.forEach((now, before) -> newOfOld.put(before, now));
    byte[] map = new byte[2 * (codes.size() + 1)];
    codes.forEach((use, code) -> {
      int place = newOfOld.getOrDefault(use.glyph, 0);
      map[2 * code] = (byte) (place >> 8);
      map[2 * code + 1] = (byte) place;
    });
    return map;
  }

  private byte[] letters() {
    StringBuilder map = new StringBuilder("""
        /CIDInit /ProcSet findresource begin
        12 dict begin
        begincmap
        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
        /CMapName /Adobe-Identity-UCS def
        /CMapType 2 def
        1 begincodespacerange
        <0000> <FFFF>
        endcodespacerange
        """);
    List<Map.Entry<Use, Integer>> all = List.copyOf(codes.entrySet());
    for (int from = 0; from < all.size(); from += 100) {
      List<Map.Entry<Use, Integer>> some = all.subList(from, Math.min(all.size(), from + 100));
      map.append(some.size()).append(" beginbfchar\n");
      for (var one : some) {
        String text = HexFormat.of().withUpperCase().formatHex(one.getKey().text.getBytes(StandardCharsets.UTF_16BE));
        map.append("<%04X> <%s>\n".formatted(one.getValue(), text));
      }
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
  }

  /** Six capitals that tell this subset from others of the same face. */
  private String tag() {
    int mark = codes.hashCode();
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < 6; i++, mark = mark * 31 + 7) tag.append((char) ('A' + Math.floorMod(mark >> 8, 26)));
    return tag.toString();
  }
}
