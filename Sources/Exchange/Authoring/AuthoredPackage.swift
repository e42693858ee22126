package import Foundation
import QuestionBank

/// What a bank of authored items says of itself when it is made.
package struct AuthoredHeading: Hashable, Sendable {
  /// The bank's identity in the log: a UUID that no other bank has.
  package let id: UUID
  /// The name of its folder: small letters, digits, hyphens.
  package let name: String
  /// The title, as people read it.
  package let title: String
  /// The version, such as `1.0.0`.
  package let version: String
  /// The date up to which the items were checked, as a partial date.
  package let asOf: String
  /// The language of its texts, such as `en`.
  package let language: String

  /// A heading from its parts.
  package init(
    id: UUID,
    name: String,
    title: String,
    version: String,
    asOf: String,
    language: String = "en"
  ) {
    self.id = id
    self.name = name
    self.title = title
    self.version = version
    self.asOf = asOf
    self.language = language
  }
}

/// The text of a bank's datapackage.json.
enum AuthoredPackage {
  /// Its name.
  static let file = "datapackage.json"
  /// The property that lists the topics.
  static let topicsKey = "attache:topics"

  /// A new bank's, as `QuestionBanks/teachers-ten` has it.
  static func text(_ heading: AuthoredHeading) -> String {
    """
    {
      "profile": "tabular-data-package",
      "name": \(quoted(heading.name)),
      "id": \(quoted(heading.id.uuidString.lowercased())),
      "title": \(quoted(heading.title)),
      "version": \(quoted(heading.version)),
      "attache:authored": true,
      "attache:language": \(quoted(heading.language)),
      "attache:as-of": \(quoted(heading.asOf)),
      "attache:topics": [],
      "resources": \(resources)
    }

    """
  }

  /// The list of topics as JSON, as it stands in the file.
  static func text(of topics: [Topic]) -> String {
    let entries = topics.map { topic in
      """
          {
            "id": \(quoted(topic.id)),
            "title": \(quoted(topic.title))
          }
      """
    }
    return entries.isEmpty ? "[]" : "[\n" + entries.joined(separator: ",\n") + "\n  ]"
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    // A text alone: it can always be encoded.
    let bytes = try? encoder.encode(text)
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  private static let resources = #"""
    [
        {
          "name": "items",
          "path": "data/items.csv",
          "profile": "tabular-data-resource",
          "title": "Questions",
          "schema": {
            "fields": [
              {
                "name": "id",
                "type": "string",
                "description": "Short name of the question: small letters, digits, hyphens",
                "constraints": {
                  "required": true,
                  "unique": true,
                  "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
                }
              },
              {
                "name": "topic",
                "type": "string",
                "description": "Id of a topic from datapackage.json",
                "constraints": {
                  "required": true,
                  "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
                }
              },
              {
                "name": "stem",
                "type": "string",
                "description": "The question, or a statement to be judged",
                "constraints": {
                  "required": true
                }
              },
              {
                "name": "kind",
                "type": "string",
                "description": "What the answer is; true-false for a statement",
                "constraints": {
                  "required": true
                }
              },
              {
                "name": "key",
                "type": "string",
                "description": "The right answer; True or False for a statement",
                "constraints": {
                  "required": true
                }
              },
              {
                "name": "explanation",
                "type": "string",
                "description": "Shown after the answer; holds the right answer",
                "constraints": {
                  "required": true
                }
              },
              {
                "name": "sources",
                "type": "string",
                "description": "Where it is from"
              }
            ],
            "primaryKey": [
              "id"
            ]
          }
        },
        {
          "name": "options",
          "path": "data/options.csv",
          "profile": "tabular-data-resource",
          "title": "Wrong answers",
          "schema": {
            "fields": [
              {
                "name": "item",
                "type": "string",
                "description": "Id of the question",
                "constraints": {
                  "required": true
                }
              },
              {
                "name": "text",
                "type": "string",
                "description": "A wrong answer",
                "constraints": {
                  "required": true
                }
              },
              {
                "name": "why",
                "type": "string",
                "description": "What is true of it"
              }
            ],
            "foreignKeys": [
              {
                "fields": [
                  "item"
                ],
                "reference": {
                  "resource": "items",
                  "fields": [
                    "id"
                  ]
                }
              }
            ]
          }
        }
      ]
    """#
}
