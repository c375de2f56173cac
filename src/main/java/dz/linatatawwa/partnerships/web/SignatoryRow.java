package dz.linatatawwa.partnerships.web;

import dz.linatatawwa.partnerships.Signatory;

/** Somebody who signs, and for whom, in the words of the reader. */
public record SignatoryRow(Signatory signatory, String side) {}
