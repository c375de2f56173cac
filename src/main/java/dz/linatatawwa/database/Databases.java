package dz.linatatawwa.database;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which PostgreSQL the platform stands on: an outside one where a setting names it, else its own under the data folder. */
@Configuration
class Databases {

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  EmbeddedPostgres embedded(@Value("${linatatawwa.data:data}") Path data) throws IOException {
    return EmbeddedPostgres.builder().setDataDirectory(data.resolve("postgres").toAbsolutePath()).setCleanDataDirectory(false)
        .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("locale", "C.UTF-8").start();
  }

  @Bean
  @ConditionalOnMissingBean
  DataSource dataSource(EmbeddedPostgres embedded) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(embedded.getJdbcUrl("postgres", "postgres"));
    pool.setUsername("postgres");
    return pool;
  }
}
