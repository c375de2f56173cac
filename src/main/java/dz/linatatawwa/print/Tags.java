package dz.linatatawwa.print;

import dz.linatatawwa.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.jspecify.annotations.Nullable;

/** The document as a tree of headings, paragraphs, tables and pictures, for those who hear it. */
final class Tags {

  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement top = new PDStructureElement("Document", root);
  private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();
  private final List<PDPage> pages = new ArrayList<>();
  private final Map<PDAnnotationLink, PDStructureElement> links = new LinkedHashMap<>();
  private PDStructureElement parent = top;

  Tags() {
    root.appendKid(top);
  }

  void begin(PDPage page) {
    page.setStructParents(pages.size());
    page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
    pages.add(page);
    marked.put(page, new ArrayList<>());
  }

  /** What is marked meanwhile becomes part of a group. */
  void within(String kind, Runnable parts) {
    PDStructureElement outer = parent;
    parent = element(kind, outer);
    if (kind.equals("TH") || kind.equals("TD")) cell(parent, kind);
    parts.run();
    parent = outer;
  }

  /** A new element for something on this page.
   *  @return its number among the page's marks */
  int mark(PDPage page, String kind, @Nullable Language language, @Nullable String instead) {
    PDStructureElement element = element(kind, parent);
    element.setPage(page);
    if (language != null) element.setLanguage(language.locale().toLanguageTag());
    if (instead != null) element.setAlternateDescription(instead);
    List<PDStructureElement> marks = marksOf(page);
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(marks.size());
    element.appendKid(reference);
    marks.add(element);
    return marks.size() - 1;
  }

  /** A place on a page that leads to an address, with what is marked meanwhile as its words. */
  void link(PDPage page, PDRectangle place, String address, String instead, Runnable parts) {
    PDAnnotationLink annotation = new PDAnnotationLink();
    PDActionURI leads = new PDActionURI();
    leads.setURI(address);
    annotation.setAction(leads);
    annotation.setRectangle(place);
    annotation.setContents(instead);
    annotation.setPrinted(true);
    PDBorderStyleDictionary none = new PDBorderStyleDictionary();
    none.setWidth(0);
    annotation.setBorderStyle(none);
    within("Link", () -> {
      parts.run();
      PDObjectReference reference = new PDObjectReference();
      reference.setReferencedObject(annotation);
      reference.getCOSObject().setItem(COSName.PG, page);
      parent.appendKid(reference);
      links.put(annotation, parent);
    });
    try {
      page.getAnnotations().add(annotation);
    } catch (IOException e) {
      throw new UncheckedIOException("annotations of a page in memory", e);
    }
  }

  private static PDStructureElement element(String kind, PDStructureElement parent) {
    PDStructureElement element = new PDStructureElement(kind, parent);
    parent.appendKid(element);
    return element;
  }

  private static void cell(PDStructureElement cell, String kind) {
    if (!kind.equals("TH")) return;
    COSDictionary attributes = new COSDictionary();
    attributes.setName(COSName.O, "Table");
    attributes.setName("Scope", "Column");
    cell.getCOSObject().setItem(COSName.A, attributes);
  }

  private List<PDStructureElement> marksOf(PDPage page) {
    return marked.computeIfAbsent(page, unknown -> new ArrayList<>());
  }

  void finish(PDDocument document) {
    Map<Integer, COSObjectable> byPage = new TreeMap<>();
    for (int i = 0; i < pages.size(); i++) {
      COSArray elements = new COSArray();
      for (PDStructureElement element : marksOf(pages.get(i))) elements.add(element.getCOSObject());
      byPage.put(i, elements);
    }
    int next = pages.size();
    for (var link : links.entrySet()) {
      link.getKey().setStructParent(next);
      byPage.put(next++, link.getValue());
    }
    PDNumberTreeNode tree = new PDNumberTreeNode(COSArray.class);
    tree.setNumbers(byPage);
    root.setParentTree(tree);
    root.setParentTreeNextKey(next);
    document.getDocumentCatalog().setStructureTreeRoot(root);
  }
}
