package dz.linatatawwa.integrity.web;

/** A question and its answer in words; the answer is empty while there is none. */
public record QuestionRow(String asked, String words, String answered, String answer) {}
