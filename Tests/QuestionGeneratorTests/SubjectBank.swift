import TestSupport

/// The bank of lands with a template whose statement is about what stands in its slot.
enum SubjectBank {
  /// The name of the template.
  static let template = "opened-early"

  /// The bank.
  static func blueprint(count: Int = 24) -> BankBlueprint {
    var bank = LandsBank.blueprint(count: count)
    bank.templates.append(early)
    // As a question with options it would tell: what opened late is always wrong.
    bank.properties["attache:reported-rules"] = "[23]"
    return bank
  }

  private static let early = TemplateBlueprint(
    id: template,
    slots: [
      ("family", "opened"), ("topic", "basics"), ("kind", "land"), ("precision", "year"),
      (
        "facts",
        """
        SELECT id, 'openings/' || id AS evidence, prose_name AS answer, land AS answer_id, phrase,
          number, sources, confidence, as_of, land || '|l1000' AS about, 'l1000' AS state
        FROM opened WHERE year < 1970
        """
      ),
      (
        "distractors",
        """
        SELECT o.prose_name AS text, o.land AS answer_id,
          o.prose_name || ' opened its gates ' || o.phrase || '.' AS why,
          'openings/' || o.id AS evidence, 'opened/' || o.id AS subject_fact,
          o.prose_name || ' opened its gates ' || o.phrase || ', after the flood.' AS truth,
          abs(o.number - :number) AS rank
        FROM opened o WHERE o.year >= 1970
        """
      ),
      ("stem", "Which of these opened its gates before the flood of 1970?"),
      ("statement", "{answer} opened its gates before the flood of 1970."),
      ("explanation", "{answer} opened its gates {phrase}, before the flood."),
      ("map", "state"),
    ]
  )
}
