package dz.linatatawwa.site;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a page method: everybody who is not signed in sees the same, depending only on address and language; it may be kept for some seconds. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface PublicPage {

  /** Whether it may show what was true some seconds ago: then it is read from a follower where there is one, and must write nothing. */
  boolean mayLag() default false;
}
