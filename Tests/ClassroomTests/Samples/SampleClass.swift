import Classroom
import Foundation
import QuizModel

/// Classes and participants whose ids follow from a seed.
enum SampleClass {
  static let names = [
    "Ada", "Bo Berg", "Chloë", "Dmitri", "Eve", "Farid", "Gül", "Hana", "Ines", "Jürgen", "Kofi",
    "Lê",
  ]

  /// A class of pupils.
  static func make(_ names: [String] = names, seed: UInt64 = 1) throws -> SchoolClass {
    var random = SplitMix64(seed: seed)
    var made = SchoolClass(
      id: ClassID(uuid(&random)),
      name: "7b",
      usesPseudonyms: false
    )
    for name in names { _ = try made.add(name, id: LearnerID(uuid(&random))) }
    return made
  }

  /// Participants by name, numbered from 1 on.
  static func participants(_ names: [String], seed: UInt64 = 1) -> [Participant] {
    var random = SplitMix64(seed: seed)
    return names.enumerated().map { place, name in
      Participant(id: LearnerID(uuid(&random)), number: place + 1, name: name)
    }
  }

  /// Any UUID.
  static func uuid(_ random: inout SplitMix64) -> UUID {
    UUID(derivedFrom: ["sample", "\(random.next())"])
  }
}

extension SchoolClass {
  /// Its pupils as those who take part.
  var participants: [Participant] {
    pupils.map { Participant(id: $0.id, number: $0.number, name: $0.name) }
  }
}
