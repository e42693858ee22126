package import QuizModel
package import Study

/// What a plan looks like.
package struct PlanScreen: Sendable {
  /// A topic of the bank, by its short name and its title.
  package typealias TopicTitle = (id: String, title: String)

  private let traits: TerminalTraits
  private let today: CalendarDay
  private let topics: [TopicTitle]
  private let tripCommand: String

  /// A view of plans.
  ///
  /// - Parameters:
  ///   - traits: What the terminal can show.
  ///   - today: The day on which the plan is read.
  ///   - topics: The topics of the bank, in the order in which they are shown.
  ///   - tripCommand: What sets a plan.
  package init(
    traits: TerminalTraits,
    today: CalendarDay,
    topics: [TopicTitle],
    tripCommand: String = "attache trip"
  ) {
    self.traits = traits
    self.today = today
    self.topics = topics
    self.tripCommand = tripCommand
  }

  /// A plan in words: the day, how far it is, the pace, the topics, and what will be known.
  ///
  /// - Parameters:
  ///   - plan: A plan that was not cleared; one whose day cannot be read says so.
  ///   - forecast: What will be known on the day; `nil` where nobody has reckoned it. Not shown
  ///     of a day that has passed.
  ///   - advice: The forecast's, in the sentences that programs read too; see
  ///     ``PlanWords/advice(_:)``.
  /// - Returns: The lines, from top to bottom.
  package func lines(plan: Plan, forecast: PlanForecast?, advice: [String]) -> [Line] {
    guard let day = plan.departure.flatMap({ CalendarDay($0) }) else {
      return [Line(PlanWords.unreadable(tripCommand))]
    }
    let days = today.days(until: day)
    guard days >= 0 else {
      return [
        Line(PlanWords.departed(day, days: days), .heading),
        Line(PlanWords.afterDeparture(tripCommand), indent: 2),
      ]
    }
    let pace = PlanWords.pace(plan)
    let lines = [
      Line(PlanWords.departure(day, days: days), .heading),
      Line(pace.map(PlanWords.each) ?? PlanWords.noPace(tripCommand), indent: 2, hanging: 4),
    ]
    guard let forecast else { return lines + topicLines(plan, listsThem: true) }
    return lines + topicLines(plan, listsThem: forecast.topics.isEmpty)
      + forecastLines(forecast, pace: pace)
      + advice.map { Line(bullet + $0, indent: 2, hanging: 2 + bullet.count) }
  }

  private func topicLines(_ plan: Plan, listsThem: Bool) -> [Line] {
    guard !plan.topics.isEmpty else { return [Line(PlanWords.allTopics(topics.count), indent: 2)] }
    let first = Line(
      PlanWords.topics(plan.topics.count, of: topics.count, areListed: listsThem),
      indent: 2
    )
    guard listsThem else { return [first] }
    return [first]
      + plan.topics.map { Line(bullet + title(of: $0), indent: 4, hanging: 4 + bullet.count) }
  }

  private func forecastLines(_ forecast: PlanForecast, pace: String?) -> [Line] {
    var lines = [Line(PlanWords.known(forecast.facts), indent: 2)]
    lines.append(Line(PlanWords.asThingsStand(forecast.asThingsStand), indent: 4, hanging: 6))
    if let kept = forecast.ifKept {
      lines.append(Line(PlanWords.ifKept(kept, pace: pace), indent: 4, hanging: 6))
    }
    if !forecast.days.isEmpty {
      lines.append(Line(PlanWords.coming(forecast.days, today: today), indent: 2, hanging: 4))
    }
    if !forecast.topics.isEmpty {
      let hasKept = forecast.topics.contains { $0.ifKept != nil }
      lines.append(Line(hasKept ? PlanWords.byTopicIfKept : PlanWords.byTopic, indent: 2))
      lines += forecast.topics.map(topicLine)
    }
    return lines
  }

  private func topicLine(_ topic: PlanForecast.Topic) -> Line {
    let title = title(of: topic.id)
    if traits.isScreenReader {
      return Line("\(title): \(PlanWords.spokenShares(topic))", indent: 4, hanging: 6)
    }
    return Line(
      [Span(title)],
      indent: 4,
      hanging: 6,
      trailing: Span(PlanWords.shares(topic))
    )
  }

  private var bullet: String { traits.isScreenReader ? "" : "- " }

  private func title(of topic: String) -> String {
    topics.first { $0.id == topic }?.title ?? topic
  }
}
