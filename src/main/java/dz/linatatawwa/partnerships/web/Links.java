package dz.linatatawwa.partnerships.web;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where links of ours begin, in messages that leave the platform. */
final class Links {

  private Links() {}

  static String here() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
  }
}
