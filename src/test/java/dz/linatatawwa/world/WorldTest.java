package dz.linatatawwa.world;

import dz.linatatawwa.site.DataReplaced;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A test on the whole platform: real pages on a real port, real PostgreSQL; a fresh database for each class, one application for all. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestWorld.class)
@ExtendWith(WorldTest.FreshDatabase.class)
public @interface WorldTest {

  /** Clones the template before the first test of a class, and has the rooms forget what they remember of the one before. */
  class FreshDatabase implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
      TestClock.one().back();
      TestDatabase.one().fresh();
      SpringExtension.getApplicationContext(context).publishEvent(new DataReplaced());
    }
  }
}
