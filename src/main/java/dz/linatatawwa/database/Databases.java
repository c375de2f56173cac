package dz.linatatawwa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which PostgreSQL the platform stands on: an outside one where {@code linatatawwa.database} names it, else its own under the data folder. */
@Configuration
class Databases {

  private static final String OWN = "'${linatatawwa.database:}'.isEmpty()";

  /** @param command whether this process only runs a command: then a running platform is not in its way */
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(DataSource.class)
  @ConditionalOnExpression(OWN)
  Postgres postgres(@Value("${linatatawwa.data:data}") Path data, @Value("${linatatawwa.command:false}") boolean command) {
    return command ? Postgres.ownOrVisit(data) : Postgres.own(data, Map.of());
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(DataSource.class)
  @ConditionalOnExpression(OWN)
  HikariDataSource own(Postgres postgres, @Value("${linatatawwa.connections:16}") int connections) {
    Pool pool = new Pool(connections);
    pool.setDataSource(postgres.source("postgres"));
    postgres.onRestart(() -> pool.getHikariPoolMXBean().softEvictConnections());
    return pool;
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean(DataSource.class)
  @ConditionalOnProperty("linatatawwa.database")
  @ConditionalOnExpression("!" + OWN)
  HikariDataSource outside(@Value("${linatatawwa.database}") String url, @Value("${linatatawwa.connections:16}") int connections) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new DatabaseTrouble("linatatawwa.database must look like jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD");
    }
    Pool pool = new Pool(connections);
    pool.setJdbcUrl(url);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    return pool;
  }
}
