import ArgumentParser
import LineEditing
import QuestionBank
import QuestionGenerator
import QuizModel
import TerminalUI

/// Briefs on a topic: a reading, questions on it, and what was missed.
struct BriefCommand: EnvironmentCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Read about a topic, then play questions on it.",
    discussion: """
      Name the topic by its number in the list, its short name, or words of its title; without one \
      the topics are listed. At the end stands what was missed.
      """
  )

  @Argument(help: "The topic.")
  var topic: [String] = []

  @Option(help: "How many questions, 0 to 1000; 0 for the reading alone.")
  var questions = 8

  @Option(help: "multiple-choice, true-false, typed or mixed.")
  var form = FormChoice.mixed

  @Option(help: "The number of options, 3 to 5.")
  var options = 3

  @Option(help: "Ask the same questions again: the number that all draws start from.")
  var seed: UInt64?

  @Flag(name: .customLong("print"), help: "Print it all as Markdown to hand out; nobody is asked.")
  var isHandout = false

  @Flag(help: "Go on to the questions without waiting for Enter.")
  var noPause = false

  @Option(help: "Who plays; the one who played last where it is not given.")
  var learner: String?

  @OptionGroup var bank: BankOptions
  @Flag(help: "At the end, name the sources of what was missed.")
  var sources = false

  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    guard (0...1000).contains(questions) else {
      throw ValidationError("--questions is 0 to 1000.")
    }
    guard (3...5).contains(options) else { throw ValidationError("--options is 3 to 5.") }
    if isHandout, topic.isEmpty {
      throw ValidationError("Name the topic to print; attache brief lists them.")
    }
  }

  func run(in environment: Environment) throws {
    let bank = try bank.open(in: environment)
    guard !topic.isEmpty else { return try offer(bank, in: environment) }
    let topic = try TopicSearch(bank.description.topics).topic(topic.joined(separator: " "))
    if isHandout {
      environment.output(try handout(on: topic, of: bank, in: environment).markdown)
    } else {
      try brief(on: topic, of: bank, in: environment, reader: try environment.makeReader())
    }
  }

  // MARK: - In front of people

  /// Lists the topics, and asks for one where somebody can answer.
  private func offer(_ bank: QuestionBank, in environment: Environment) throws {
    let traits = terminal.traits(in: environment)
    let renderer = ScreenRenderer(traits: traits)
    let topics = try TopicCount.counts(of: bank)
    let entries = topics.map { BriefingScreen.Entry(title: $0.title, questions: $0.questions) }
    let list = [Line(BriefingWords.heading)] + BriefingScreen(traits: traits).topics(entries)
    environment.output(renderer.text(Screen(list)))
    guard environment.isInputTerminal else {
      let line = Line(BriefingWords.howToChoose(self.bank.command("brief")), hanging: 2)
      return environment.output(renderer.text(Screen([line])))
    }
    let reader = try environment.makeReader()
    let choice = TopicChoice(
      topics: topics,
      environment: environment,
      reader: reader,
      renderer: renderer
    )
    guard let topic = try choice.topic() else { return }
    environment.output("\n")
    try brief(on: topic, of: bank, in: environment, reader: reader)
  }

  private func brief(
    on topic: Topic,
    of bank: QuestionBank,
    in environment: Environment,
    reader: any LineReading
  ) throws {
    let traits = terminal.traits(in: environment)
    let seed = seed ?? environment.randomSeed()
    let count = try questionCount(on: topic, of: bank, seed: seed)
    let briefing = bank.briefing(of: topic.id).map(Briefing.init(text:))
    let sources = try sources(of: briefing, in: bank)
    let waits = !noPause && count > 0
    let reading = BriefingScreen(traits: traits).reading(
      title: briefing?.title ?? topic.title,
      blocks: briefing?.blocks ?? [],
      sources: sources,
      listsSources: !waits
    )
    environment.output(ScreenRenderer(traits: traits).text(Screen(reading)))
    guard count > 0 else {
      if questions > 0 { environment.say(BriefingWords.noQuestions) }
      return
    }
    let pause = ReadingPause(
      questions: count,
      sources: sources,
      environment: environment,
      reader: reader,
      traits: traits
    )
    if waits, try !pause.goesOn() { return }
    let launcher = GameLauncher(environment: environment, terminal: terminal, reader: reader)
    try launcher.play(
      GameWishes(
        mode: .brief,
        topics: [topic.id],
        questions: count,
        form: form,
        options: options,
        seed: seed,
        player: .named(learner),
        playCommand: self.bank.playCommand,
        citesMissed: self.sources
      ),
      bank: bank
    )
  }

  /// How many questions there will be: fewer than are wanted where one would give the next away.
  private func questionCount(on topic: Topic, of bank: QuestionBank, seed: UInt64) throws -> Int {
    // To draw hundreds beforehand would keep the room waiting; so many are never short.
    let limit = min(questions, 30)
    let drawn = try items(on: topic, of: bank, seed: seed, limit: limit).count
    return drawn < limit ? drawn : questions
  }

  private func sources(of briefing: Briefing?, in bank: QuestionBank) throws -> [Source] {
    try (briefing?.sourceIDs ?? []).map { try bank.source($0) }
  }

  // MARK: - On paper

  private func handout(
    on topic: Topic,
    of bank: QuestionBank,
    in environment: Environment
  ) throws -> Handout {
    let seed = seed ?? environment.randomSeed()
    let briefing = bank.briefing(of: topic.id).map(Briefing.init(text:))
    let items = try items(on: topic, of: bank, seed: seed, limit: questions)
    guard briefing != nil || !items.isEmpty else {
      throw CommandError.nothingToAsk(bank: bank.description.name)
    }
    return Handout(
      title: topic.title,
      briefing: briefing,
      sources: try sources(of: briefing, in: bank),
      items: items,
      bank: bank.description,
      command: command(on: topic, seed: seed)
    )
  }

  private func items(
    on topic: Topic,
    of bank: QuestionBank,
    seed: UInt64,
    limit: Int
  ) throws -> [Item] {
    guard limit > 0 else { return [] }
    var draw = SessionDraw(
      generator: try ItemGenerator(bank: bank),
      filter: try ItemFilter(bank: bank, topics: [topic.id], templates: [], fact: nil),
      form: form,
      optionCount: options,
      seed: seed
    )
    var items: [Item] = []
    while items.count < limit, let item = try draw.next() { items.append(item) }
    return items
  }

  /// What prints the same handout once more.
  private func command(on topic: Topic, seed: UInt64) -> String {
    var words = [bank.command("brief"), topic.id, "--print"]
    if questions != 8 { words.append("--questions \(questions)") }
    if form != .mixed { words.append("--form \(form.rawValue)") }
    if options != 3 { words.append("--options \(options)") }
    return words.joined(separator: " ") + " --seed \(seed)"
  }
}
