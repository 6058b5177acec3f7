package org.yimen.platform.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Pool {

  @Bean
  @ConfigurationProperties("spring.datasource.hikari")
  ReachingDataSource dataSource(JdbcConnectionDetails database) {
    ReachingDataSource pool = new ReachingDataSource();
    pool.setJdbcUrl(database.getJdbcUrl());
    pool.setUsername(database.getUsername());
    pool.setPassword(database.getPassword());
    return pool;
  }
}
