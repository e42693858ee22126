import QuestionGenerator
import TestSupport

/// Banks that break the rule about typed answers; what is not asked typed is asked with options all
/// the same, so that the findings are warnings.
extension BrokenBank {
  static let typed = [
    broken("a stem whose text asks for one of the options", "opened-land") { template in
      template["stem"] = "{question}"
      template.replace(
        "year, number,",
        with: "'Which of these has the number ' || number || '?' AS question, number, year,",
        in: "facts"
      )
    },
    broken("a stem that two facts share", "opened-land", .hard) { template in
      template["stem"] = "Which land opened its gates?"
    },
    broken("a stem that holds the answer", "opened-year") { template in
      template["stem"] = "In which year did {land} open its gates {phrase}?"
    },
    broken("a stem that holds another name of the answer", "opened-land", .hard) { template in
      template.replace(
        "year, number,",
        with: "land AS l, 'Old ' || name AS old, year, number,",
        in: "facts"
      )
      template["stem"] = "Which land with the number {number} was called {old}?"
    },
    broken("a contested fact", "opened-land") { template in
      template.replace("confidence, as_of", with: "'contested' AS confidence, as_of", in: "facts")
    },
    broken("an answer that no table names", "opened-land") { template in
      template.replace("land AS answer_id", with: "'x' || land AS answer_id", in: "facts")
      template.replace("o.land AS answer_id", with: "'x' || o.land AS answer_id", in: "distractors")
    },
    broken("an answer that is no name of its own row", "opened-land") { template in
      template.replace("name AS answer,", with: "seat AS answer,", in: "facts")
      template["explanation"] = "{answer}."
    },
    broken("a year that has no four digits", "opened-year") { template in
      template.replace("year AS answer,", with: "year - 1900 AS answer,", in: "facts")
      template["explanation"] = "{answer}."
      template["statement"] = nil
      template["distractors"] = """
        SELECT 10 AS text, 'a' AS answer_id, 'No.' AS why, :evidence AS evidence, 0 AS rank
        UNION ALL SELECT 11, 'b', 'No.', :evidence, 1 UNION ALL SELECT 12, 'c', 'No.', :evidence, 2
        """
    },
    BrokenBank(29, "a typed answer whose alias is another's name", .warning) { bank in
      bank = TypedItemTests.blueprint()
      bank.keepOnly("opened-land")
      bank[table: "lands"].set("aliases") { row in row == 3 ? "Shared" : row == 4 ? "Shared" : "" }
    },
  ]

  private static func broken(
    _ name: String,
    _ template: String,
    _ severity: Severity = .warning,
    _ change: @escaping @Sendable (inout TemplateBlueprint) -> Void
  ) -> BrokenBank {
    BrokenBank(29, "typed, with \(name)", severity) { bank in
      bank = TypedItemTests.blueprint()
      bank.keepOnly(template)
      change(&bank[template: template])
    }
  }
}
