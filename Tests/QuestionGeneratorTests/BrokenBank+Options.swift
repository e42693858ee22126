import Foundation
import QuestionGenerator
import TestSupport

extension BrokenBank {
  /// Banks that break the rules about keys and options: 1 to 7, 16 and 17.
  static let options: [BrokenBank] =
    keyRules + evidenceRules + factRules + optionRules + lengthRules + differenceRules + countRules

  private static let keyRules = [
    BrokenBank(1, "the key with a full stop", template: "seat") {
      $0.addDistractor(":answer || '.'")
    },
    BrokenBank(1, "the key with a blank that does not break", template: "seat") {
      $0.addDistractor("char(160) || :answer")
    },
    BrokenBank(16, "the key with a mark that nobody sees", template: "seat") {
      $0.addDistractor("substr(:answer, 1, 1) || char(173) || substr(:answer, 2)")
    },
    BrokenBank(1, "a distractor with the key's own answer id", template: "seat") { template in
      template.replace("'seat-' || l.id", with: ":answer_id", in: "distractors")
    },
    BrokenBank(1, "two facts whose stems read the same") { bank in
      bank.keepOnly("opened-land")
      bank[table: "openings"].set("date", ofRow: 1, to: bank[table: "openings"].rows[0][2])
      bank[template: "opened-land"].replace(
        "o.year <> :year",
        with: "o.id <> :id",
        in: "distractors"
      )
    },
    BrokenBank(1, "a stem without its placeholder", template: "opened-land") { template in
      template["stem"] = "Which of these opened its gates early?"
    },
    BrokenBank(1, "an alias of the key", template: "opened-land") { template in
      template.addDistractor("CASE WHEN :number % 5 = 0 THEN 'Old ' || :answer END")
    },
    BrokenBank(1, "the key with an article", template: "opened-land") { template in
      template.addDistractor("'the ' || :answer")
    },
    BrokenBank(1, "the key in capitals", template: "opened-land") { template in
      template.addDistractor("upper(:answer)")
    },
  ]

  private static let evidenceRules = [
    evidence("a row that does not exist", "'lands/none'"),
    evidence("a table that does not exist", "'ghosts/1'"),
    evidence("nothing", "''"),
    evidence("NULL", "NULL"),
    evidence("a table that nobody declared complete", "'lands@complete'"),
    BrokenBank(2, "evidence that is contested") { bank in
      bank.keepOnly("opened-land")
      bank[table: "openings"].set("confidence", ofRow: 5, to: "contested")
      bank[template: "opened-land"].replace(
        "'openings/' || o.id AS evidence",
        with: "'openings/l1005' AS evidence",
        in: "distractors"
      )
    },
    BrokenBank(2, "evidence that is less precise than the template") { bank in
      bank.keepOnly("opened-land")
      bank[table: "openings"].set("confidence", ofRow: 5, to: "medium")
      bank[template: "opened-land"].replace(
        "'openings/' || o.id AS evidence",
        with: "'openings/l1005' AS evidence",
        in: "distractors"
      )
    },
  ]

  private static func evidence(_ name: String, _ sql: String) -> BrokenBank {
    BrokenBank(2, "evidence: \(name)", template: "opened-land") { template in
      template.replace("'openings/' || o.id", with: sql, in: "distractors")
    }
  }

  private static let factRules = [
    BrokenBank(3, "facts that name no evidence", template: "opened-land") { template in
      template.replace("'openings/' || id AS evidence,", with: "", in: "facts")
    },
    BrokenBank(3, "facts whose evidence is NULL", template: "opened-land") { template in
      template.replace("'openings/' || id AS evidence", with: "NULL AS evidence", in: "facts")
    },
    BrokenBank(3, "facts whose row does not exist", template: "opened-land") { template in
      template.replace("'openings/' || id", with: "'openings/x' || id", in: "facts")
    },
    BrokenBank(3, "a contested fact") { bank in
      bank.keepOnly("opened-land")
      bank[table: "openings"].set("confidence", ofRow: 4, to: "contested")
      bank.views["opened"] = bank.views["opened"]?
        .replacingOccurrences(of: "WHERE o.confidence = 'high'", with: "")
    },
    BrokenBank(3, "a fact of medium confidence asked to the year") { bank in
      bank.keepOnly("opened-land")
      bank[table: "openings"].set("confidence", ofRow: 4, to: "medium")
      bank.views["opened"] = bank.views["opened"]?
        .replacingOccurrences(of: "WHERE o.confidence = 'high'", with: "")
    },
    BrokenBank(3, "a fact known to the month and asked to the day") { bank in
      bank.keepOnly("opened-land")
      let date = String(bank[table: "openings"].rows[3][2].prefix(7))
      bank[table: "openings"].set("date", ofRow: 3, to: date)
      bank[template: "opened-land"]["precision"] = "day"
    },
    BrokenBank(3, "what can change without \"as of\"", template: "seat") { template in
      template["stem"] = "Which town is the seat of {land}?"
      template["statement"] = nil
    },
    BrokenBank(3, "a statement of what can change", .warning, template: "seat") { template in
      template["statement"] = "{answer} is the seat of {land}."
    },
  ]

  private static let optionRules =
    [
      ("'All of the above'", 4), ("'None of the above'", 4), ("'none of these'", 4),
      ("'Both a and b'", 4), ("'Both ' || :answer || ' and another'", 4),
      ("'Neither of these'", 4), ("'1958'", 5), ("'12 May 1958'", 5), ("'May 1958'", 5),
      ("1958", 5), ("'31 December 1999'", 5),
    ].map { text, rule in
      BrokenBank(rule, "the distractor \(text)", template: "seat") { $0.addDistractor(text) }
    } + [
      BrokenBank(4, "the key \"All of these\"", template: "opened-land") { template in
        template.replace("name AS answer", with: "'All of these' AS answer", in: "facts")
      },
      BrokenBank(5, "a day among years", template: "opened-year") { template in
        template.addDistractor("'12 May 1958'")
      },
      BrokenBank(5, "a word among years", template: "opened-year") { template in
        template.addDistractor("'later'")
      },
      farYear("a year of another age", "1700"), farYear("a year to come", "2099"),
      farYear("the year 1", "1"),
      BrokenBank(6, "numbers that are no years", .warning, template: "opened-year") { template in
        template.replace("o.year AS text", with: "o.number AS text", in: "distractors")
      },
      BrokenBank(6, "a fact long before all others", .warning) { bank in
        bank.keepOnly("opened-year")
        bank[table: "openings"].set("date", ofRow: 0, to: "1901-05-06")
      },
      BrokenBank(6, "the farthest ranked first", .warning) { bank in
        bank.keepOnly("opened-year")
        bank[table: "openings"].set("date", ofRow: 0, to: "1901-05-06")
        bank[table: "openings"].set("date", ofRow: 1, to: "1902-05-06")
        bank[template: "opened-year"].replace("abs(", with: "-abs(", in: "distractors")
      },
    ]

  private static func farYear(_ name: String, _ year: String) -> BrokenBank {
    BrokenBank(6, name, .warning, template: "opened-year") { $0.addDistractor(year) }
  }

  private static let lengthRules = [
    length(
      "the only long option",
      "' in a valley that lies between two rivers and a range of hills'"
    ),
    length("an option with a list", "', the old one, the new one, the tall one and the small one'"),
    length(
      "an option with a description",
      "' of the three rivers, the two hills and the one lake of old'"
    ),
    BrokenBank(7, "the only short option", .warning, template: "seat") { template in
      template.replace(
        "l.seat AS text",
        with: "l.seat || ' in the long valley of rivers' AS text",
        in: "distractors"
      )
    },
    BrokenBank(7, "a short option among whole sentences", .warning, template: "seat") { template in
      template.replace(
        "l.seat AS text",
        with: "l.seat || ' is where the carts of the whole valley meet' AS text",
        in: "distractors"
      )
    },
    BrokenBank(7, "keys longer than any distractor", template: "opened-land") { template in
      template.replace("o.name AS text", with: "substr(o.name, 1, 5) AS text", in: "distractors")
    },
    BrokenBank(7, "keys shorter than any distractor", template: "opened-land") { template in
      template.replace("o.name AS text", with: "o.name || 'landia' AS text", in: "distractors")
    },
    BrokenBank(7, "keys that repeat short words of the stem", template: "opened-land") { template in
      template.replace("name AS answer", with: "'of ' || name AS answer", in: "facts")
      template.replace("o.name AS text", with: "'to ' || o.name AS text", in: "distractors")
      template["explanation"] = "{answer}: {land} opened its gates {phrase}."
    },
  ]

  private static func length(_ name: String, _ suffix: String) -> BrokenBank {
    BrokenBank(7, name, .warning, template: "seat") { template in
      template.replace("o.seat AS answer", with: "o.seat || \(suffix) AS answer", in: "facts")
    }
  }

  private static let differenceRules = [
    BrokenBank(16, "the key in capitals", template: "seat") { $0.addDistractor("upper(:answer)") },
    BrokenBank(16, "the key with other accents", template: "seat") { template in
      template.addDistractor("replace(replace(:answer, 'a', 'á'), 'o', 'ö')")
    },
    BrokenBank(16, "an alias of the key", template: "opened-land") { template in
      template.addDistractor("CASE WHEN :number % 5 = 0 THEN :answer || 'land' END")
    },
    BrokenBank(16, "a synonym of the key") { bank in
      bank.keepOnly("opened-land")
      bank[table: "lands"].set("name", ofRow: 2, to: "North Korea")
      bank[table: "lands"].set("aliases", ofRow: 2, to: "DPRK|Chosŏn")
      bank[template: "opened-land"].addDistractor("'dprk'")
    },
    ranges("1950-1955", "1953-1960"), ranges("1950–1955", "1955–1959"),
    ranges("from 1950 to 1955", "1940-1950"), ranges("1950-1955", "1951-1952"),
  ]

  private static func ranges(_ key: String, _ other: String) -> BrokenBank {
    BrokenBank(16, "\(other) beside \(key)", template: "seat") { template in
      template.replace("o.seat AS answer", with: "'\(key)' AS answer", in: "facts")
      template.addDistractor("'\(other)'")
    }
  }

  private static let countRules = [
    BrokenBank(17, "no distractors", template: "opened-land") { $0["distractors"] = nil },
    distractors("no rows", "WHERE o.year <> :year", "WHERE 0"),
    distractors("one row", "WHERE o.year <> :year", "WHERE o.year <> :year LIMIT 1"),
    distractors("one answer id", "o.land AS answer_id", "'same' AS answer_id"),
    distractors("one text", "o.name AS text", "'Same' AS text"),
    distractors("no text", "o.name AS text", "'' AS text"),
    distractors("no evidence", "'openings/' || o.id", "'openings/x' || o.id"),
    BrokenBank(17, "a bank of two lands") { bank in
      bank = LandsBank.blueprint(count: 2)
      bank.keepOnly("opened-land")
    },
  ]

  private static func distractors(_ name: String, _ old: String, _ new: String) -> BrokenBank {
    BrokenBank(17, "distractors of \(name)", template: "opened-land") { template in
      template.replace(old, with: new, in: "distractors")
    }
  }
}
