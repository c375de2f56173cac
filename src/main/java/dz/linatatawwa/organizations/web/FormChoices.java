package dz.linatatawwa.organizations.web;

import dz.linatatawwa.language.Words;
import dz.linatatawwa.organizations.OrganizationKind;
import dz.linatatawwa.organizations.ReceiptAuthority;
import dz.linatatawwa.organizations.Scope;
import dz.linatatawwa.site.Option;
import dz.linatatawwa.taxonomy.Taxonomy;
import java.util.Arrays;
import java.util.List;

/** What the form about an organisation offers to choose from. */
public record FormChoices(List<Option> kinds, List<Option> scopes, List<Option> authorities, List<Option> fields) {

  static FormChoices in(Words words, Taxonomy taxonomy) {
    return new FormChoices(
        Arrays.stream(OrganizationKind.values()).map(kind -> Option.of(kind.code(), words.text(kind.key()))).toList(),
        Arrays.stream(Scope.values()).map(scope -> Option.of(scope.code(), words.text(scope.key()))).toList(),
        Arrays.stream(ReceiptAuthority.values()).map(authority -> Option.of(authority.code(), words.text(authority.key()))).toList(),
        taxonomy.fields().stream().map(field -> Option.of(field.code(), field.name().in(words.language()))).toList());
  }
}
