import Classroom
import ItemStatistics
import QuizModel

/// One question of the report: what was asked, who chose what, and what to look at.
struct QuestionBlock {
  /// What came of it.
  let result: ClassReport.QuestionResult
  /// Its name in links, one of our own.
  let id: String
  /// What it belongs to.
  let activity: ClassActivity
  /// The form that it is told of; `nil` where there is one set of questions alone.
  let letter: String?

  /// The block as markup.
  var markup: Markup {
    var content: [Markup] = [
      .tag("h3", [:], [.words(ReportWords.questionTitle(result.number, letter: letter))]),
      .passage(result.question.stem, class: "stem"),
      .tag("p", ["class": "note"], origin),
    ]
    content += flags
    content.append(grid.markup)
    content += [choosers] + explanation
    return .tag("section", ["class": "question", "id": id], content)
  }

  private var question: ClassQuestion { result.question }

  private var people: Int { result.people }

  private func label(of option: Int) -> String { OptionLabel.label(of: option, in: question) }

  /// The topic, and where the question stands on papers.
  private var origin: [Markup] {
    let topic = activity.topicTitles[question.topic] ?? question.topic
    var result: [Markup] = [.text(ReportWords.topicLabel), .words(topic), "."]
    for form in activity.forms where letter == nil || form.letter == letter {
      guard let place = form.questions.firstIndex(of: self.result.number - 1) else { continue }
      result.append(" ")
      let key = keyLabel(at: place, on: form)
      result.append(.words(ReportWords.place(place + 1, onForm: form.letter, key: key)))
    }
    return result
  }

  /// The letter that the key has on a form of the paper.
  private func keyLabel(at place: Int, on form: PaperForm) -> String {
    let order = form.optionOrders.indices.contains(place) ? form.optionOrders[place] : []
    return label(of: order.firstIndex(of: question.key) ?? question.key)
  }

  private var flags: [Markup] {
    let items = result.analysis.flags.map { flag in
      Markup.tag(
        "li",
        [:],
        [
          .tag("strong", text: ReportWords.flagTitle(flag, label: label)),
          .text(" " + ReportWords.flagAdvice(flag)),
        ]
      )
    }
    return items.isEmpty ? [] : [.tag("ul", ["class": "flags"], items)]
  }

  private var grid: ReportGrid {
    let options = zip(question.options, result.analysis.options).enumerated()
    let blank: [[Markup]] = [
      [], .cell(ReportWords.leftBlank), .cell(result.blank.count), [], [], [],
    ]
    return ReportGrid(
      caption: [.text(ReportWords.answersCaption(result.number))],
      columns: [
        .words(ReportWords.letter), .words(ReportWords.option), .numbers(ReportWords.all),
        .numbers(ReportWords.upperGroup), .numbers(ReportWords.lowerGroup),
        .numbers(ReportWords.meanRest),
      ],
      rowHeading: 1,
      rows: options.map { place, option in row(option.0, option.1, at: place) } + [blank],
      layout: "answers"
    )
  }

  private func row(
    _ option: ItemOption,
    _ figures: OptionAnalysis,
    at place: Int
  ) -> [[Markup]] {
    var text: [Markup] = [.words(option.text)]
    if figures.isKey { text.append(.tag("strong", ["class": "key"], text: ReportWords.key)) }
    return [
      .cell(label(of: place)), text, .cell(figures.chosenBy.count),
      group(figures.groupCounts?.upper), group(figures.groupCounts?.lower),
      Markup.figure(figures.meanRestScore, as: .number(digits: 1)),
    ]
  }

  private func group(_ count: Double?) -> [Markup] {
    guard let count else {
      return Markup.figure(
        people < Figure.fewestAnswers ? .tooFewAnswers(count: people) : .undefined,
        as: .number(digits: 1)
      )
    }
    return .cell(ReportNumber.weightedCount(count))
  }

  /// Who chose what, by name.
  private var choosers: Markup {
    var entries = result.choosers.enumerated().flatMap { place, names in
      entry(
        ReportWords.chose(label(of: place), isKey: place == question.key, count: names.count),
        names
      )
    }
    entries += entry(ReportWords.blank(count: result.blank.count), result.blank)
    return .tag("dl", ["class": "choosers"], entries)
  }

  private func entry(_ term: String, _ names: [String]) -> [Markup] {
    let list = names.isEmpty ? [.text(ReportWords.nobody)] : Markup.names(names)
    return [.tag("dt", text: term), .tag("dd", [:], list)]
  }

  private var explanation: [Markup] {
    let item = question.item
    var content: [Markup] = []
    if !PlainText.cleaned(item.explanation).isEmpty {
      content.append(.passage(item.explanation, class: "explanation"))
    }
    if !item.sources.isEmpty {
      let sources = item.sources.flatMap { source -> [Markup] in [" ", source.link, "."] }
      content.append(.tag("p", ["class": "note"], [.text(ReportWords.sources)] + sources))
    }
    return content
  }
}

extension Source {
  /// The citation, which leads to its address where that is one of the web.
  fileprivate var link: Markup {
    let address = PlainText.line(url)
    guard WebAddress.isOne(address) else { return .words(citation) }
    return .tag("a", ["href": address, "rel": "noreferrer"], [.words(citation)])
  }
}
