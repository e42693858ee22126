import QuizModel
import ScoreStore

/// What is said of what taking a file in would change for those who are here.
enum EffectWords {
  /// Each change, a sentence a line.
  static func lines(_ effects: IntakeEffects) -> [String] {
    effects.erased.map { person in
      "\(name(person)) would be erased, with \(CountWords.count(person.answers, "answer")), here and "
        + "in the automatic backups. This cannot be undone."
    }
      + effects.renamed.map { "\($0.learner.name) would be called \($0.name)." }
      + effects.united.map { union in
        "\(union.learner.name) would be one person with \(union.others.joined(separator: ", ")), "
          + "points and answers together. This cannot be undone."
      }
      + effects.losing.map { person in
        "\(CountWords.count(person.answers, "answer")) of \(name(person)) would not count any more."
      } + gone(effects.gone) + files(effects.files)
  }

  private static func gone(_ count: Int) -> [String] {
    guard count > 0 else { return [] }
    let verb = count == 1 ? "is" : "are"
    return [
      "\(CountWords.count(count, "record")) that \(verb) here and not in the backup would go."
    ]
  }

  private static func files(_ paths: [String]) -> [String] {
    guard !paths.isEmpty else { return [] }
    let verb = paths.count == 1 ? "is" : "are"
    return [
      "\(CountWords.count(paths.count, "file")) of classes, papers and banks that \(verb) here and not "
        + "in the backup would go."
    ]
  }

  private static func name(_ person: IntakeEffects.Person) -> String {
    person.name ?? "The learner \(person.id)"
  }

  /// What has to be typed so that it is done without a question.
  static func permission(for effects: IntakeEffects) -> String {
    let erasing = effects.erased.map { "--erase \(quoted($0.name ?? $0.id.description))" }
    return (erasing + (effects.needsYes ? ["--yes"] : [])).joined(separator: " ")
  }

  /// A word as a shell takes it for itself.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20) || byte == 0x2d
    }
    return isPlain
      ? word
      : "'"
        + word.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
  }
}

extension IntakeEffects {
  /// Whether there is anything beside erasure, which is agreed to by name.
  var needsYes: Bool {
    !renamed.isEmpty || !united.isEmpty || !losing.isEmpty || gone > 0 || !files.isEmpty
  }
}
