package import QuizModel

/// What a pupil hands in of a homework.
package struct HandIn: Codable, Hashable, Sendable {
  /// What kind of file it is.
  package static let format = "attache-result"
  /// The version of the format.
  package static let version = 2

  /// One answer.
  package struct GivenAnswer: Codable, Hashable, Sendable {
    /// Its record in the pupil's log.
    package let record: RecordID
    /// The place of the question in the homework.
    package let question: Int
    /// The place of the option that was chosen; `nil` where none was.
    package let option: Int?
    /// When the question was shown, with the zone in force.
    package let shownAt: LocalInstant
    /// Milliseconds from showing to answering, 0 or more.
    package let taken: Int

    /// An answer from its parts.
    package init(
      record: RecordID,
      question: Int,
      option: Int?,
      shownAt: LocalInstant,
      taken: Int
    ) {
      self.record = record
      self.question = question
      self.option = option
      self.shownAt = shownAt
      self.taken = taken
    }

    /// Whether a program could have written it: a file may hold any numbers.
    var isPlausible: Bool {
      let years = CalendarDay.first.number...CalendarDay.last.number
      return (0...86_400_000).contains(taken) && (-86_400...86_400).contains(shownAt.offset)
        && years.contains(Int(clamping: shownAt.instant.milliseconds / 86_400_000))
        && shownAt.zone.utf8.count <= 64
        && shownAt.zone.unicodeScalars.allSatisfy { (0x21...0x7e).contains($0.value) }
    }
  }

  /// One time that the homework was done.
  package struct Attempt: Codable, Hashable, Sendable {
    /// Which try it was, 1 or more.
    package let number: Int
    /// The answers, in the order in which they were given.
    package let answers: [GivenAnswer]

    /// A try from its parts.
    package init(number: Int, answers: [GivenAnswer]) {
      self.number = number
      self.answers = answers
    }

    /// Whether any answer was given after a day, by the pupil's calendar; never without one.
    func isLate(after lastDay: CalendarDay?) -> Bool {
      lastDay.map { day in answers.contains { CalendarDay($0.shownAt) > day } } ?? false
    }
  }

  /// The homework.
  package let homework: ActivityID
  /// The pupil's name, as the teacher knows it.
  package let pupil: String
  /// Who it is in the pupil's own log.
  package let learner: LearnerID
  /// The tries, the first one first.
  package let attempts: [Attempt]

  /// A result from its parts.
  package init(
    homework: ActivityID,
    pupil: String,
    learner: LearnerID,
    attempts: [Attempt]
  ) {
    self.homework = homework
    self.pupil = pupil
    self.learner = learner
    self.attempts = attempts
  }
}
