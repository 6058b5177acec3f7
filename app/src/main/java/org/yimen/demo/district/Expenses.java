package org.yimen.demo.district;

/** What a household could not avoid paying in twelve months, yuan. */
public record Expenses(int medical, int schooling, int disaster, int accident) {
  public int total() {
    return medical + schooling + disaster + accident;
  }
}
