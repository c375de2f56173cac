package dz.linatatawwa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactTests {

  @ParameterizedTest
  @ValueSource(strings = {"0551234567", "+213551234567", "00213551234567", "٠٥٥١٢٣٤٥٦٧", "0551 23 45 67", "05.51.23.45.67", "\u200e+213 551-23-45-67 ", "551234567"})
  void readsAnAlgerianMobileHoweverItIsTyped(String typed) {
    assertThat(Contact.parse(typed)).contains(new Contact.Phone("+213551234567"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "023456789", "0251234567", "+33612345678", "055123456", "05512345678", "+1 900 123 4567", "0551a34567",
      "amina", "@example.dz", "amina@", "amina@example", "a b@example.dz", "amina@@example.dz", "amina@example..dz", ".amina@example.dz",
      "amina@-example.dz", "أمينة@example.dz", "amina@example.dz\nBcc: x@example.dz"})
  void takesNothingElse(String typed) {
    assertThat(Contact.parse(typed)).isEmpty();
  }

  @Test
  void readsAnAddressInLowerCaseAndWithoutHiddenMarks() {
    assertThat(Contact.parse(" Amina.B@Example.DZ\u200f")).contains(new Contact.Email("amina.b@example.dz"));
  }

  @Test
  void showsAPhoneAsPeopleWriteIt() {
    assertThat(new Contact.Phone("+213551234567").shown()).isEqualTo("0551 23 45 67");
  }

  @Test
  void readsWhatItKept() {
    assertThat(Contact.of("+213551234567")).isEqualTo(new Contact.Phone("+213551234567"));
    assertThat(Contact.of("amina@example.dz")).isEqualTo(new Contact.Email("amina@example.dz"));
  }
}
