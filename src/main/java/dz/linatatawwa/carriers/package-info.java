/** Ways out of the house: takes a text to one address by SMTP, SMS or web push, and says what became of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys"})
package dz.linatatawwa.carriers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
