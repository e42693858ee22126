import QuizModel

/// An item as QTI 2.1 writes it: one choice under a prompt.
struct QTIItem {
  /// How much of a stem names an item in a list, in characters.
  private static let titleLength = 80
  /// How much of a topic's id labels an item, in characters (the type string256).
  private static let labelLength = 256

  private let packaged: PackagedItem
  private let language: String
  private var item: PortableItem { packaged.item }

  /// An item to be written.
  ///
  /// - Parameters:
  ///   - packaged: The item.
  ///   - language: The language of its texts, a tag of BCP 47.
  init(_ packaged: PackagedItem, language: String) {
    self.packaged = packaged
    self.language = language
  }

  /// The item's file.
  var markup: Markup {
    .element(
      "assessmentItem",
      attributes,
      declarations + [body, responseProcessing] + feedbacks + explanation
    )
  }

  private var attributes: [Markup.Attribute] {
    var result: [Markup.Attribute] = [
      .init("xmlns", QTINames.namespace),
      .init("xmlns:xsi", QTINames.schemaInstance),
      .init("xsi:schemaLocation", "\(QTINames.namespace) \(QTINames.schema)"),
      .init("identifier", QTINames.item(packaged)),
      .init("title", PackagedText.title(item.stem, limit: QTIItem.titleLength)),
    ]
    if !item.topic.isEmpty {
      result.append(.init("label", PackagedText.title(item.topic, limit: QTIItem.labelLength)))
    }
    result.append(.init("xml:lang", language))
    result.append(.init("adaptive", "false"))
    result.append(.init("timeDependent", "false"))
    return result
  }

  private var hasFeedback: Bool { item.options.contains { !$0.why.isEmpty } }
  private var hasExplanation: Bool { !item.explanation.isEmpty || !item.sources.isEmpty }

  private var declarations: [Markup] {
    var result: [Markup] = [
      .tag(
        "responseDeclaration",
        [
          "identifier": QTINames.response, "cardinality": "single", "baseType": "identifier",
        ],
        [.tag("correctResponse", [:], [.tag("value", text: QTINames.option(item.key))])]
      ),
      .tag(
        "outcomeDeclaration",
        [
          "identifier": QTINames.score, "cardinality": "single", "baseType": "float",
          "normalMaximum": "1",
        ],
        [.tag("defaultValue", [:], [.tag("value", text: "0")])]
      ),
    ]
    if hasFeedback { result.append(outcome(QTINames.feedback)) }
    // Modal feedback waits for the response in any case: an outcome that is there from the start
    // shows it to everybody then, whatever they chose.
    if hasExplanation { result.append(outcome(QTINames.explanation, value: QTINames.explanation)) }
    return result
  }

  private func outcome(_ name: String, value: String? = nil) -> Markup {
    .tag(
      "outcomeDeclaration",
      ["identifier": name, "cardinality": "single", "baseType": "identifier"],
      value.map { [.tag("defaultValue", [:], [.tag("value", text: $0)])] } ?? []
    )
  }

  private var body: Markup {
    let choices = item.options.enumerated().map { place, option in
      Markup.tag(
        "simpleChoice",
        ["identifier": QTINames.option(place)],
        PackagedText.markup(option.text)
      )
    }
    return .tag(
      "itemBody",
      [:],
      [
        .tag(
          "choiceInteraction",
          ["responseIdentifier": QTINames.response, "shuffle": "false", "maxChoices": "1"],
          [.tag("prompt", [:], PackagedText.markup(item.stem))] + choices
        )
      ]
    )
  }

  /// The template that every program knows; with feedback also what it says, and the feedback:
  /// "if both are given the internal rules are still preferred" (information model, responseProcessing).
  private var responseProcessing: Markup {
    guard hasFeedback else {
      return .tag("responseProcessing", ["template": QTINames.matchCorrect])
    }
    let isCorrect = Markup.tag(
      "match",
      [:],
      [
        .tag("variable", ["identifier": QTINames.response]),
        .tag("correct", ["identifier": QTINames.response]),
      ]
    )
    return .tag(
      "responseProcessing",
      ["template": QTINames.matchCorrect],
      [
        .tag(
          "responseCondition",
          [:],
          [
            .tag("responseIf", [:], [isCorrect, setScore("1")]),
            .tag("responseElse", [:], [setScore("0")]),
          ]
        ),
        .tag(
          "setOutcomeValue",
          ["identifier": QTINames.feedback],
          [.tag("variable", ["identifier": QTINames.response])]
        ),
      ]
    )
  }

  private func setScore(_ value: String) -> Markup {
    .tag(
      "setOutcomeValue",
      ["identifier": QTINames.score],
      [.tag("baseValue", ["baseType": "float"], text: value)]
    )
  }

  private var feedbacks: [Markup] {
    item.options.enumerated().filter { !$0.element.why.isEmpty }.map { place, option in
      feedback(
        on: QTINames.feedback,
        of: QTINames.option(place),
        [.tag("p", [:], PackagedText.markup(option.why))]
      )
    }
  }

  private var explanation: [Markup] {
    guard hasExplanation else { return [] }
    var content: [Markup] = []
    if !item.explanation.isEmpty {
      content.append(.tag("p", [:], PackagedText.markup(item.explanation)))
    }
    if !item.sources.isEmpty {
      content.append(.tag("ul", [:], item.sources.map { .tag("li", text: $0) }))
    }
    return [feedback(on: QTINames.explanation, of: QTINames.explanation, content)]
  }

  private func feedback(on outcome: String, of value: String, _ content: [Markup]) -> Markup {
    .tag(
      "modalFeedback",
      ["outcomeIdentifier": outcome, "showHide": "show", "identifier": value],
      content
    )
  }
}
