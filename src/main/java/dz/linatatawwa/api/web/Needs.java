package dz.linatatawwa.api.web;

import dz.linatatawwa.api.KeyScope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a method of the API: who calls it bears a key, with these scopes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@interface Needs {

  /** All of them; none: any key. */
  KeyScope[] value() default {};
}
