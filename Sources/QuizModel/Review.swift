/// One answer as a model of memory sees it: what was asked of which fact, and how it went.
///
/// Everything is read from the record, so that no bank is needed and each machine sees the same.
package struct Review: Hashable, Sendable {
  /// Where its record stands in the order of all records; names the record too.
  package let place: RecordPlace
  /// The fact that was asked.
  package let fact: FactID
  /// The template that asked it.
  package let template: String
  /// The topic of the template.
  package let topic: String
  /// How it was asked.
  package let form: Form
  /// How many options were left to choose from, those that a hint removed not counted: 2 for
  /// true-false, 0 where the answer was typed, at least 1 otherwise.
  package let optionsLeft: Int
  /// Whether the choice was the key.
  package let isRight: Bool
  /// Whether no answer was given: "don't know", or the time limit passed.
  package let isUnanswered: Bool
  /// The answer id of the wrong option that was chosen, or of what was typed instead; `nil` if the
  /// answer was right, none, or nothing that the bank knows.
  package let chosen: String?
  /// The answer id of the key; empty where a record names none.
  package let key: String
  /// Milliseconds from showing to answering, 0 to those of a day.
  package let taken: Int
  /// What was true then; see ``KnowledgeDigest``.
  package let digest: String
  /// Seconds east of UTC where and when the item was shown, at most a day.
  package let utcOffset: Int
  /// Whether it was given later than now, by a clock that was wrong: to be left out until then.
  package let isFromTheFuture: Bool

  /// When it was answered.
  package var instant: Instant { place.instant }

  /// A review from its parts.
  package init(
    place: RecordPlace,
    fact: FactID,
    template: String,
    topic: String,
    form: Form,
    optionsLeft: Int,
    isRight: Bool,
    isUnanswered: Bool,
    chosen: String?,
    key: String,
    taken: Int,
    digest: String,
    utcOffset: Int,
    isFromTheFuture: Bool
  ) {
    self.place = place
    self.fact = fact
    self.template = template
    self.topic = topic
    self.form = form
    self.optionsLeft = optionsLeft
    self.isRight = isRight
    self.isUnanswered = isUnanswered
    self.chosen = chosen
    self.key = key
    self.taken = taken
    self.digest = digest
    self.utcOffset = utcOffset
    self.isFromTheFuture = isFromTheFuture
  }

  /// What an answer tells about memory.
  ///
  /// - Parameters:
  ///   - answer: As the log keeps it.
  ///   - place: Where its record stands.
  ///   - now: Tells whether it is from the future.
  package init(_ answer: Answer, at place: RecordPlace, now: Instant) {
    let ids = answer.item.answerIDs
    self.init(
      place: place,
      fact: answer.fact,
      template: answer.template,
      topic: answer.topic,
      form: answer.item.form,
      optionsLeft: Review.optionsLeft(of: answer),
      isRight: answer.isRight,
      isUnanswered: answer.choice == .dontKnow || answer.choice == .timedOut,
      chosen: answer.isRight ? nil : answer.chosenAnswerID,
      key: ids.indices.contains(answer.item.key) ? ids[answer.item.key] : "",
      taken: answer.countedTaken,
      digest: KnowledgeDigest.read(
        answer.digest,
        template: answer.template,
        answer: answer.correctAnswer
      ),
      utcOffset: answer.countedOffset,
      isFromTheFuture: place.instant > now
    )
  }

  private static func optionsLeft(of answer: Answer) -> Int {
    switch answer.item.form {
    case .typed: 0
    case .trueFalse: 2
    // A payload from elsewhere may hold any number.
    case .multipleChoice:
      max(1, answer.item.options.count - min(max(0, answer.hints), answer.item.options.count))
    }
  }
}
