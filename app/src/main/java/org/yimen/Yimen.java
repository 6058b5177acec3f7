package org.yimen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Yimen {

  public static void main(String[] args) {
    SpringApplication.run(Yimen.class, args);
  }
}
