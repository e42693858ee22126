package import QuizModel

/// An item as programs read it: one JSON object a line, its keys by name.
package struct ItemLine: Encodable, Sendable {
  private let value: Item

  /// The line of an item.
  package init(_ item: Item) {
    value = item
  }

  private enum Keys: String, CodingKey {
    case item, bank, bankVersion, template, fact, topic, kind, form, stem, options, key
    case explanation, sources, asOf, confidence, about, seed, difficulty, map, spellings
  }

  private enum OptionKeys: String, CodingKey {
    case text, why, evidence
  }

  /// Writes the object.
  package func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Keys.self)
    try object.encode(value.id.description, forKey: .item)
    try object.encode(value.bank, forKey: .bank)
    try object.encode(value.bankVersion, forKey: .bankVersion)
    try object.encode(value.id.template, forKey: .template)
    try object.encode(value.fact, forKey: .fact)
    try object.encode(value.topic, forKey: .topic)
    try object.encode(value.kind, forKey: .kind)
    try object.encode(value.form, forKey: .form)
    try object.encode(value.stem, forKey: .stem)
    var options = object.nestedUnkeyedContainer(forKey: .options)
    for option in value.options {
      var fields = options.nestedContainer(keyedBy: OptionKeys.self)
      try fields.encode(option.text, forKey: .text)
      try fields.encode(option.why, forKey: .why)
      try fields.encode(option.evidence, forKey: .evidence)
    }
    try object.encode(value.key, forKey: .key)
    try object.encode(value.explanation, forKey: .explanation)
    try object.encode(value.sources, forKey: .sources)
    try object.encode(value.asOf, forKey: .asOf)
    try object.encode(value.confidence, forKey: .confidence)
    try object.encode(value.about, forKey: .about)
    try object.encode(value.id.seed, forKey: .seed)
    try object.encode(value.difficulty, forKey: .difficulty)
    try object.encodeIfPresent(value.map, forKey: .map)
    try object.encodeIfPresent(value.typed?.spellings, forKey: .spellings)
  }
}
