package dz.linatatawwa.credentials;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Puts a signed credential into a picture and takes it out again, as Open Badges 3.0 says: a chunk of a PNG, an element of an SVG. */
final class Baking {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final String KEYWORD = "openbadgecredential";
  private static final byte[] CHUNK = "iTXt".getBytes(StandardCharsets.US_ASCII);
  /** The keyword, its end, not packed, no language, no translated keyword. */
  private static final byte[] HEAD = (KEYWORD + "\0\0\0\0\0").getBytes(StandardCharsets.US_ASCII);
  private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
  private static final Pattern ROOT = Pattern.compile("<svg\\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
  private static final XMLInputFactory READERS = readers();

  private Baking() {}

  static byte[] png(byte[] picture, String credential) {
    if (!isPng(picture)) throw new IllegalArgumentException("not a PNG");
    byte[] text = credential.getBytes(StandardCharsets.UTF_8);
    byte[] data = Arrays.copyOf(HEAD, HEAD.length + text.length);
    System.arraycopy(text, 0, data, HEAD.length, text.length);
    CRC32 sum = new CRC32();
    sum.update(CHUNK);
    sum.update(data);
    int after = PNG.length + 12 + ByteBuffer.wrap(picture).getInt(PNG.length);
    ByteArrayOutputStream baked = new ByteArrayOutputStream(picture.length + data.length + 12);
    baked.write(picture, 0, after);
    baked.writeBytes(ByteBuffer.allocate(data.length + 12).putInt(data.length).put(CHUNK).put(data).putInt((int) sum.getValue()).array());
    baked.write(picture, after, picture.length - after);
    return baked.toByteArray();
  }

  /** Right after the root's opening tag. A credential that holds the end of a CDATA section is cut there and goes on in the next. */
  static String svg(String picture, String credential) {
    Matcher root = ROOT.matcher(picture);
    if (!root.find() || root.group().endsWith("/>")) throw new IllegalArgumentException("not an SVG with something in it");
    String opening = root.group().substring(0, root.group().length() - 1) + " xmlns:openbadges=\"" + NAMESPACE + "\">";
    return picture.substring(0, root.start()) + opening + "<openbadges:credential><![CDATA[" + credential.replace("]]>", "]]]]><![CDATA[>")
        + "]]></openbadges:credential>" + picture.substring(root.end());
  }

  static boolean isPng(byte[] file) {
    return file.length > PNG.length + 12 && Arrays.equals(file, 0, PNG.length, PNG, 0, PNG.length);
  }

  /** The text in a PNG; nothing where there is none, or a chunk lies about its length. */
  static Optional<String> fromPng(byte[] file) {
    ByteBuffer chunks = ByteBuffer.wrap(file).position(PNG.length);
    while (chunks.remaining() >= 12) {
      int length = chunks.getInt();
      if (length < 0 || length > chunks.remaining() - 8) return Optional.empty();
      byte[] type = new byte[4];
      chunks.get(type);
      byte[] data = new byte[length];
      chunks.get(data).getInt();
      if (!Arrays.equals(type, CHUNK) || length < HEAD.length || !Arrays.equals(data, 0, KEYWORD.length() + 1, HEAD, 0, KEYWORD.length() + 1)) continue;
      return text(data);
    }
    return Optional.empty();
  }

  /** Packed text is not ours and not read: it could be far larger than the file. */
  private static Optional<String> text(byte[] data) {
    int at = KEYWORD.length() + 1;
    if (data[at] != 0) return Optional.empty();
    at += 2;
    for (int ends = 0; ends < 2; at++) {
      if (at >= data.length) return Optional.empty();
      if (data[at] == 0) ends++;
    }
    return Optional.of(new String(data, at, data.length - at, StandardCharsets.UTF_8));
  }

  /** The text in an SVG; nothing where there is none, or it is no XML. Document types are not read, so nothing is fetched and nothing unfolds. */
  static Optional<String> fromSvg(byte[] file) {
    try {
      XMLStreamReader reader = READERS.createXMLStreamReader(new ByteArrayInputStream(file));
      while (reader.hasNext()) {
        if (reader.next() != XMLStreamConstants.START_ELEMENT) continue;
        if (!reader.getLocalName().equals("credential") || !NAMESPACE.equals(reader.getNamespaceURI())) continue;
        return Optional.of(reader.getElementText().strip()).filter(text -> !text.isEmpty());
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException notXml) {
      return Optional.empty();
    }
  }

  private static XMLInputFactory readers() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }
}
