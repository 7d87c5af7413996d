extension BrokenLayout {
  static let lists: [BrokenLayout] = [
    BrokenLayout("nested-list", "data { g list \"表\" { h ⟦list⟧ \"内\" } }", hint: "a list of its own").alone,
    BrokenLayout(
      "nested-list", "data { g list \"表\" { a text \"甲\"; h ⟦list⟧ \"内\" { b text \"乙\" } } }",
      hint: "a list of its own"
    ).alone,
    BrokenLayout("duplicate-field", "data { g list \"表\" { a text \"甲\"; ⟦a⟧ number \"乙\" } }", hint: "another name")
      .alone,
    BrokenLayout("duplicate-field", "data { g list \"表\" { ⟦a⟧ text \"甲\" }\n a text \"乙\" }", hint: "such as g_a")
      .alone,
    BrokenLayout("duplicate-field", "data { g list \"表\" { ⟦g⟧ text \"甲\" } }", hint: "such as g_g").alone,
    BrokenLayout("reserved-name", "data { ⟦page⟧ text \"页\" }", hint: "another name").alone,
    BrokenLayout("reserved-name", "data { ⟦pages⟧ number \"页\" }", hint: "another name").alone,
    BrokenLayout("reserved-name", "data { g list \"表\" { ⟦index⟧ number \"序\" } }", hint: "another name").alone,
    BrokenLayout("field-in-field", "data { t text \"文\" { ⟦a⟧ text \"甲\" } }", hint: "make 't' a list").alone,
    BrokenLayout("incomplete-field", "data { g list \"表\" { ⟦a \"甲\"⟧ } }", hint: "birth date").alone,
    BrokenLayout("incomplete-field", "data { g list \"表\" { ⟦a text⟧ } }", hint: "birth date").alone,
    BrokenLayout("incomplete-field", "data { g list \"表\" { ⟦number \"甲\"⟧ } }", hint: "birth date").alone,
    BrokenLayout("incomplete-field", "data { ⟦g \"表\"⟧ { a text \"甲\" } }", hint: "birth date").alone,
    BrokenLayout(
      "unknown-word", "data { g ⟦lst⟧ \"表\" { a text \"甲\" } }", hint: "did you mean 'list'?", cure: "list"
    ).alone,
    BrokenLayout(
      "unknown-word", "data { g list \"表\" { a ⟦txt⟧ \"甲\" } }", hint: "did you mean 'text'?", cure: "text"
    ).alone,
    BrokenLayout("extra-colon", "data { g list \"表\" { a⟦:⟧ text \"甲\" } }", hint: "write 'a").alone,
    BrokenLayout("missing-colon", "data { g list \"表\" { ⟦max⟧ 60; a text \"甲\" } }", hint: "max: ", cure: "max:")
      .alone,
    BrokenLayout(
      "unknown-element", "data { g list \"表\" { ⟦optonal⟧; a text \"甲\" } }", hint: "did you mean 'optional'?",
      cure: "optional"
    ).alone,
    BrokenLayout("min-above-max", "data { g list \"表\" { max: 3; min: ⟦5⟧ } }", hint: "smaller than 'max'").alone,
    BrokenLayout("rule-not-for-type", "data { g list \"表\" { ⟦one-of⟧: \"甲\" } }", hint: "text or number").alone,
    BrokenLayout("rule-not-for-type", "data { g list \"表\" { ⟦default⟧: \"甲\" } }", hint: "text, number, date or url")
      .alone,
    BrokenLayout(
      "rule-not-for-type", "data { g list \"表\" { ⟦print⟧: join(\"、\"); a text \"甲\" } }", hint: "in the fields of 'g'"
    ).alone,
    BrokenLayout(
      "wrong-field-type",
      "data { g list \"表\" { a text \"甲\" } }\nfont song \"CertPress Song\"\ntext \"{⟦g⟧}\" { at: 0 0; font: song 9pt }",
      hint: "repeat g { … }"
    ).alone,
  ]

  static let printing: [BrokenLayout] = [
    BrokenLayout(
      "unknown-word", "data { x number \"数\" { print: ⟦captial⟧ } }", hint: "did you mean 'capital'?", cure: "capital"
    ).alone,
    BrokenLayout(
      "unknown-word", "data { x number \"数\" { print: ⟦nubmer⟧(2) } }", hint: "did you mean 'number'?", cure: "number"
    ).alone,
    BrokenLayout("unknown-word", "data { x text \"数\" { print: ⟦upper⟧ } }", hint: "mask, date, number").alone,
    BrokenLayout("rule-not-for-type", "data { x text \"数\" { print: ⟦money⟧ } }", hint: "it is for number").alone,
    BrokenLayout("rule-not-for-type", "data { x date \"日\" { print: ⟦number(2)⟧ } }", hint: "it is for number").alone,
    BrokenLayout("rule-not-for-type", "data { x text \"文\" { print: ⟦join(\"、\")⟧ } }", hint: "it is for list").alone,
    BrokenLayout(
      "rule-not-for-type", "data { x date \"日\" { print: ⟦chinese⟧ } }", hint: "date(chinese)", cure: "date(chinese)"
    ).alone,
    BrokenLayout("missing-argument", "data { x number \"数\" { print: ⟦number⟧ } }", hint: "number(2)").alone,
    BrokenLayout("missing-argument", "data { x list \"表\" { print: ⟦join()⟧ } }", hint: "join(\"、\")").alone,
    BrokenLayout(
      "missing-parentheses", "data { x number \"数\" { print: ⟦number 2⟧ } }", hint: "number(2)", cure: "number(2)"
    ).alone,
    BrokenLayout("extra-value", "data { x number \"数\" { print: money⟦(2)⟧ } }", hint: "nothing behind it", cure: " ")
      .alone,
    BrokenLayout("wrong-number-print", "data { x number \"数\" { print: ⟦number(\",\")⟧ } }", hint: "number(2)").alone,
    BrokenLayout("wrong-number-print", "data { x number \"数\" { print: ⟦number(2, 3)⟧ } }", hint: "number(2)").alone,
    BrokenLayout("out-of-range", "data { x number \"数\" { print: number(⟦21⟧) } }", hint: "in that range").alone,
    BrokenLayout("not-whole", "data { x number \"数\" { print: number(⟦1.5⟧) } }", hint: "without decimals").alone,
    BrokenLayout("wrong-separator", "data { x number \"数\" { print: number(0, ⟦\".\"⟧) } }", hint: "leave it out")
      .alone,
    BrokenLayout("wrong-separator", "data { x number \"数\" { print: number(0, ⟦\"0\"⟧) } }", hint: "leave it out")
      .alone,
    BrokenLayout(
      "wrong-join", "data { x list \"表\" { print: ⟦join(\"、\", \"和\", \"及\")⟧ } }", hint: "join(\"、\", \"和\")"
    ).alone,
    BrokenLayout("unknown-date-part", "data { x date \"日\" { print: date(⟦\"MMMMM\"⟧) } }", hint: "MMMM, MMM").alone,
    BrokenLayout("unknown-date-part", "data { x date \"日\" { print: date(⟦\"yyy\"⟧) } }", hint: "yyyy, yy").alone,
    BrokenLayout("empty-default", "data { x text \"文\" { default: ⟦\" \"⟧ } }", hint: "optional").alone,
    BrokenLayout("rule-not-for-type", "data { x image \"像\" { ⟦default⟧: \"甲\" } }", hint: "text, number").alone,
    BrokenLayout("no-fields-here", "data { x text \"文\" { default: ⟦\"{x}\"⟧ } }", hint: "without fields").alone,
    BrokenLayout("missing-quotes", "data { x text \"文\" { default: ⟦长期有效⟧ } }", hint: "\"长期有效\"", cure: "\"长期有效\"")
      .alone,
  ]
}
