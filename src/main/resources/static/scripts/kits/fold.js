// Brings a name into the form in which it is searched, as the server does: no marks, no hamza, Latin digits, lower case.
const SAME = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ی": "ي", "ؤ": "و", "ة": "ه", "ہ": "ه", "ە": "ه", "ڤ": "ف", "ڨ": "ق", "گ": "ك", "ک": "ك",
  "ظ": "ض", "œ": "oe", "æ": "ae", "ß": "ss" };

export const digits = text => text.replace(/[٠-٩۰-۹]/g, c => String.fromCharCode(48 + (c.charCodeAt(0) & 15)));

export const fold = text => digits(text.normalize("NFKD")).replace(/[\p{Mn}\p{Me}\p{Cf}ـء]/gu, "").toLowerCase()
  .replace(/[^\p{L}\p{Nd}]+/gu, " ").trim().replace(/[أإآٱىئیؤةہەڤڨگکظœæß]/g, c => SAME[c]);
