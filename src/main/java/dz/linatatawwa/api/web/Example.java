package dz.linatatawwa.api.web;

import java.time.LocalDate;
import java.util.List;

/** A call that can be copied from the page for developers and runs: a test takes each from the page and runs it. {@code $SITE} is the platform's address, {@code $KEY} a key,
 *  {@code $CODE} what a till has scanned.
 *  @param name where it stands on the page, and the end of its words' key
 *  @param text for a shell with curl */
public record Example(String name, String text) {

  /** @param day of the shift that is added: one to come */
  static List<Example> all(LocalDate day) {
    return List.of(
        new Example("first", """
            curl -s "$SITE/api/v1/opportunities?limit=3\""""),
        new Example("key", """
            curl -s "$SITE/api/v1/key" -H "Authorization: Bearer $KEY\""""),
        new Example("draft", """
            curl -s -X POST "$SITE/api/v1/own/opportunities" \\
              -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
              -H "Idempotency-Key: draft-2026-001" \\
              -d '{"title": "Nettoyage de la plage", "field": "ENV", "commune": "1601",
                   "description": "Ramasser et trier ce que la mer a rendu.", "minAge": 19}'"""),
        new Example("shift", """
            ID=$(curl -s "$SITE/api/v1/own/opportunities?state=draft&limit=1" \\
              -H "Authorization: Bearer $KEY" | grep -o '"id":[0-9]*' | head -n 1 | cut -d : -f 2)
            curl -s -X POST "$SITE/api/v1/own/opportunities/$ID/shifts" \\
              -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
              -H "Idempotency-Key: shift-2026-001" \\
              -d '{"day": "%s", "begins": "08:30", "ends": "12:30", "capacity": 20}'""".formatted(day)),
        new Example("publish", """
            curl -s -X POST "$SITE/api/v1/own/opportunities/$ID/publication" \\
              -H "Authorization: Bearer $KEY" -H "Idempotency-Key: publish-2026-001\""""),
        new Example("applications", """
            curl -s "$SITE/api/v1/own/applications?state=pending" -H "Authorization: Bearer $KEY\""""),
        new Example("redeem", """
            curl -s -X POST "$SITE/api/v1/own/redemptions" \\
              -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" \\
              -H "Idempotency-Key: till-2026-001" \\
              -d "{\\"code\\": \\"$CODE\\"}\""""),
        new Example("redemptions", """
            curl -s "$SITE/api/v1/own/redemptions?days=7" -H "Authorization: Bearer $KEY\""""),
        new Example("programmes", """
            curl -s "$SITE/api/v1/own/programmes" -H "Authorization: Bearer $KEY\""""),
        new Example("paging", """
            curl -s -D - -o /dev/null "$SITE/api/v1/communes?wilaya=16&limit=10" | grep -i '^link:'"""),
        new Example("unchanged", """
            TAG=$(curl -s -D - -o /dev/null "$SITE/api/v1/fields" | tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p')
            curl -s -o /dev/null -w '%{http_code}\\n' -H "If-None-Match: $TAG" "$SITE/api/v1/fields\""""),
        new Example("change", """
            TAG=$(curl -s -D - -o /dev/null "$SITE/api/v1/own/opportunities/$ID" \\
              -H "Authorization: Bearer $KEY" | tr -d '\\r' | sed -n 's/^[Ee][Tt]ag: //p')
            curl -s -X PUT "$SITE/api/v1/own/opportunities/$ID" \\
              -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -H "If-Match: $TAG" \\
              -d '{"title": "Nettoyage de la plage, en famille", "field": "ENV", "commune": "1601",
                   "description": "Ramasser et trier ce que la mer a rendu.", "minAge": 16}'"""),
        new Example("problem", """
            curl -s "$SITE/api/v1/own/opportunities\""""),
        new Example("limits", """
            curl -s -D - -o /dev/null "$SITE/api/v1/wilayas" | grep -i '^ratelimit'"""));
  }
}
