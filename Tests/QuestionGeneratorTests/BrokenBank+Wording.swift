import Foundation
import QuestionGenerator
import TestSupport

extension BrokenBank {
  /// Banks that break the rules about wording, order, statements and explanations: 8, 9, 11 to 15,
  /// 19 and 20.
  static let wording: [BrokenBank] =
    grammarRules + sharedWordRules + absoluteRules + stemRules + placeRules + statementRules
    + explanationRules

  private static let grammarRules = [
    stem(8, "a stem that ends in an article", "The land whose gates opened in {year} was a"),
    stem(8, "a before a vowel", "Which of these was a opened land in {year}?"),
    stem(8, "an before a consonant", "Which of these opened an gate in {year}?"),
    stem(
      8,
      "an before a sound that is spelt as a vowel",
      "Which opened an universal gate in {year}?"
    ),
    BrokenBank(8, "a name in the stem without its article", template: "seat") { template in
      template.replace("o.prose_name AS land", with: "o.name AS land", in: "facts")
    },
    BrokenBank(8, "a name in the explanation without its article", template: "opened-land") {
      template in
      template.replace("prose_name AS land", with: "name AS land", in: "facts")
    },
    BrokenBank(
      8,
      "a name in a reason without its article",
      .warning,
      template: "opened-land"
    ) { template in
      template.replace("o.prose_name ||", with: "o.name ||", in: "distractors")
    },
    BrokenBank(8, "a statement with a slip", .warning, template: "opened-year") { template in
      template["statement"] = "{land} opened an gate in {answer}."
    },
  ]

  private static let sharedWordRules = [
    sharedWord("the word gates", "name || ' Gates'"),
    sharedWord("a word with the same root", "'Openeria ' || name"),
    sharedWord("a word with an accent", "name || ' Gátes'"),
    sharedWord("a word in capitals", "'OPENED ' || name"),
    BrokenBank(9, "the key in its own stem", template: "opened-land") { template in
      template["stem"] = "Which of these opened the gates of {answer} in {year}?"
    },
  ]

  private static func sharedWord(_ name: String, _ sql: String) -> BrokenBank {
    BrokenBank(9, "a key with \(name)", template: "opened-land") { template in
      template.replace("name AS answer", with: "\(sql) AS answer", in: "facts")
      template["explanation"] = "{answer} opened {phrase}."
    }
  }

  private static let absoluteRules =
    [
      "always", "never", "only", "all", "often", "usually", "some", "recently", "Generally",
    ].map { word in
      BrokenBank(11, "a statement with \(word)", .warning, template: "opened-year") { template in
        template["statement"] = "{land} \(word) opened its gates in {answer}."
      }
    } + [
      BrokenBank(11, "a statement with rarely, and no other form", template: "opened-year") {
        template in
        template["statement"] = "{land} rarely opened its gates in {answer}."
        template["distractors"] = nil
      }
    ]

  private static func stem(
    _ rule: Int,
    _ name: String,
    _ text: String
  ) -> BrokenBank {
    BrokenBank(rule, name, rule == 8 ? .hard : .warning, template: "opened-land") { template in
      template["stem"] = text
    }
  }

  private static let stemRules = [
    stem(12, "not", "Which of these did not close its gates in {year}?"),
    stem(12, "except", "Which of these except one opened its gates in {year}?"),
    stem(12, "a contraction", "Which of these didn't close its gates in {year}?"),
    stem(12, "neither", "Which of these neither closed its gates in {year}?"),
    stem(12, "a double negative", "Which of these did NOT fail to NOT open in {year}?"),
    BrokenBank(12, "a double negative in a statement", .warning, template: "opened-year") {
      $0["statement"] = "{land} did not fail and did not wait in {answer}."
    },
    stem(13, "no question mark", "The one of these that opened its gates in {year}"),
    stem(13, "a colon", "This one of these opened its gates in {year}:"),
    stem(13, "a full stop", "Name the one of these that opened its gates in {year}."),
    stem(13, "an exclamation mark", "Name the one that opened its gates in {year}!"),
    stem(
      13,
      "more than 25 words",
      "Which of these, in a time of great trouble and of great hope for the people of the valleys and "
        + "of the hills and of the coast, opened its gates in {year}?"
    ),
    stem(14, "which and although", "In {year}, which was cold, although dry, which gates opened?"),
    stem(14, "because and while", "Which opened because it could while others shut in {year}?"),
    stem(
      14,
      "whose and whereas",
      "Which, a land whose gates stood shut whereas others did not, opened in {year}?"
    ),
    stem(14, "who and when", "Which, led by one, who opened it in {year}, when asked, was it?"),
    stem(
      14,
      "so that and although",
      "Which opened in {year} so that all came although few stayed?"
    ),
  ]

  private static let placeRules = [
    years("only later distractors", "o.year > :answer", .warning),
    years("only earlier distractors", "o.year < :answer", .warning),
    years("one earlier distractor at most", "o.year > :answer OR o.year = :answer - 1", .warning),
    twins("leading zeros", "'0' || :answer", "'00' || :answer"),
    twins("signs", "'+' || :answer", "'0' || :answer"),
    twins("a sign and zeros", "'+0' || :answer", "'+00' || :answer"),
  ]

  private static func years(_ name: String, _ sql: String, _ severity: Severity) -> BrokenBank {
    BrokenBank(15, name, severity, template: "opened-year") { template in
      template.replace("o.year <> :answer", with: sql, in: "distractors")
    }
  }

  /// Distractors that are the same number as the key, so that nothing can ascend.
  private static func twins(_ name: String, _ one: String, _ two: String) -> BrokenBank {
    BrokenBank(15, "numbers that differ in \(name) alone", template: "opened-year") { template in
      template["statement"] = nil
      template["distractors"] = """
        SELECT \(one) AS text, 'one' AS answer_id, 'No.' AS why, :evidence AS evidence, 0 AS rank
        UNION ALL SELECT \(two), 'two', 'No.', :evidence, 1
        """
    }
  }

  private static let statementRules = [
    statement("no full stop", "{land} opened its gates in {answer}"),
    statement("a question mark", "{land} opened its gates in {answer}?"),
    statement("two propositions", "{land} opened its gates in {answer}; others did too."),
    statement("two slots for the answer", "{answer}: {land} opened its gates in {answer}."),
    statement("three slots for the answer", "{answer}, {answer}, {answer}."),
    statement("the answer in another slot", "{land} opened its gates {phrase}, in {answer}."),
  ]

  private static func statement(_ name: String, _ text: String) -> BrokenBank {
    BrokenBank(19, "a statement with \(name)", .warning, template: "opened-year") { template in
      template["statement"] = text
    }
  }

  private static let explanationRules = [
    BrokenBank(20, "an explanation without the key", template: "opened-land") { template in
      template["explanation"] = "It did so {phrase}."
    },
    BrokenBank(20, "an explanation with half of the key", template: "opened-land") { template in
      template.replace("name AS answer", with: "name || ' Minor' AS answer", in: "facts")
    },
    BrokenBank(20, "an empty reason", template: "opened-land") { template in
      template.replace(
        "o.prose_name || ' did so ' || o.phrase || '.'",
        with: "''",
        in: "distractors"
      )
    },
    BrokenBank(20, "a reason that is NULL", template: "opened-land") { template in
      template.replace("o.prose_name || ' did", with: "NULL || ' did", in: "distractors")
    },
    BrokenBank(20, "sources without titles") { bank in
      bank.keepOnly("opened-land")
      bank[table: "sources"].set("title") { _ in "" }
    },
    BrokenBank(20, "an explanation that tells a wrong option as true", template: "opened-land") {
      template in
      template.replace(
        "phrase, sources",
        with:
          "phrase, (SELECT group_concat(x.name, ', ') FROM opened x WHERE x.id <> opened.id) AS rest, sources",
        in: "facts"
      )
      template["explanation"] = "{land} opened its gates {phrase}, as did {rest}."
    },
  ]
}
