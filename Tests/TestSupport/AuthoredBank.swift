/// A bank of items that a person wrote: statements, and four questions with options.
package enum AuthoredBank {
  /// The bank.
  ///
  /// - Parameters:
  ///   - count: The number of statements.
  ///   - isTrue: Whether the statement of a number, from 0 on, is true.
  /// - Returns: A bank without any hard finding, if about half of the statements are true.
  package static func blueprint(count: Int, isTrue: (Int) -> Bool) -> BankBlueprint {
    var bank = BankBlueprint()
    bank.properties["attache:authored"] = "true"
    var items: [[String]] = (0..<count).map { number in
      let key = isTrue(number) ? "true" : "false"
      return [
        "s\(number)", "basics", "Statement \(number) holds.", "true-false", key, "It is \(key).",
        "",
      ]
    }
    var options: [[String]] = []
    let answers = ["Amo Iba Une", "Ola Epi Ino", "Uba Iko Aze", "Epo Ami Oru"]
    for (number, words) in answers.enumerated() {
      let words = words.split(separator: " ").map(String.init)
      let key = words[number % 3]
      items.append(
        [
          "q\(number)", "basics", "What is number \(number)?", "word", key,
          "\(key) is number \(number).", "A book, 2024",
        ]
      )
      for word in words {
        options.append(["q\(number)", word, word == key ? "" : "\(word) is another number."])
      }
    }
    bank.tables = [
      TableBlueprint(
        name: "items",
        fields: ["id", "topic", "stem", "kind", "key", "explanation", "sources"].map {
          FieldBlueprint($0)
        },
        key: ["id"],
        rows: items
      ),
      TableBlueprint(
        name: "options",
        fields: ["item", "text", "why"].map { FieldBlueprint($0) },
        key: ["item", "text"],
        rows: options
      ),
    ]
    return bank
  }
}
