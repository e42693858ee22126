import Classroom
import Foundation
import QuizModel
import Testing

/// Who is on the list of a class.
@Suite struct SchoolClassTests {
  private func id(_ number: Int) -> LearnerID {
    LearnerID(UUID(derivedFrom: ["pupil", "\(number)"]))
  }

  @Test("numbers are never given twice, and former pupils come back with theirs", arguments: 0..<20)
  func numbers(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var schoolClass = try SampleClass.make([])
    var numbers: [String: Pupil] = [:]
    var isIn: Set<String> = []
    for step in 0..<200 {
      let name = "Pupil \(["x", "y", "z", "ä"][random.below(4)])\(random.below(10))"
      if isIn.contains(name), let pupil = numbers[name] {
        if random.below(2) == 0 {
          schoolClass.remove(pupil)
          isIn.remove(name)
        } else {
          #expect(throws: RosterProblem.taken(pupil)) {
            try schoolClass.add(name.uppercased(), id: id(step))
          }
        }
      } else {
        let pupil = try schoolClass.add(name, id: id(step))
        if let before = numbers[name] { #expect(pupil == before) }
        numbers[name] = pupil
        isIn.insert(name)
      }
      #expect(Set(schoolClass.pupils.map(\.name)) == isIn)
      #expect(schoolClass.pupils.map(\.number) == schoolClass.pupils.map(\.number).sorted())
    }
    let all = schoolClass.everybody
    #expect(all.count == numbers.count)
    #expect(Set(all.map(\.number)).count == all.count)
    #expect(Set(all.map(\.id)).count == all.count)
  }

  @Test("who is forgotten does not come back, and the number stays unused")
  func forgetting() throws {
    var schoolClass = try SampleClass.make(["Ada", "Eve"])
    let eve = try schoolClass.pupil("Eve")
    schoolClass.remove(eve)
    schoolClass.forget(eve)
    let again = try schoolClass.add("Eve", id: id(9))
    #expect(again.number == 3)
    #expect(again.id == id(9))
  }

  @Test(
    "names that differ by case and accents alone are one",
    arguments: [
      ("Zoë", "ZOE"), ("Zoe\u{308}", "Zoë"), ("Ł ukasz", "l  ukasz"),
      ("김", "\u{1100}\u{1175}\u{11b7}"),
    ]
  )
  func alike(_ first: String, _ second: String) throws {
    var schoolClass = try SampleClass.make([])
    let pupil = try schoolClass.add(first, id: id(1))
    #expect(throws: RosterProblem.taken(pupil)) { try schoolClass.add(second, id: id(2)) }
    #expect(try schoolClass.pupil(second) == pupil)
  }

  @Test(
    "any name that has letters can be added and found again, without what harms a list",
    arguments: [
      "=SUM(A1)", "+49 Ada", "-Ada", "@ada", "Ada\u{7}\u{1b}[31m", "A\u{202e}da", "Ada\nBo",
      "Lovelace, Ada", "O'Brien; Pat", "👩‍👩‍👧 Ada", String(repeating: "Ada ", count: 2_500),
      "e" + String(repeating: "\u{301}", count: 10_000), "1a", "إياد", "\u{feff}Ada",
    ]
  )
  func oddNames(_ name: String) throws {
    var schoolClass = try SampleClass.make([])
    let pupil = try schoolClass.add(name, id: id(1))
    #expect(pupil.name.count <= LearnerName.longest)
    #expect(pupil.name.unicodeScalars.count <= 4 * LearnerName.longest)
    for scalar in pupil.name.unicodeScalars {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.value != 0x202e)
    }
    #expect(try schoolClass.pupil(name) == pupil)
    #expect(try schoolClass.pupil(pupil.name) == pupil)
    #expect(try schoolClass.pupil("1").number == 1)
    let data = try JSONEncoder().encode(schoolClass)
    #expect(try JSONDecoder().decode(SchoolClass.self, from: data) == schoolClass)
  }

  @Test(
    "what has no letter is no name",
    arguments: ["", " ", "7", "-", "\u{1b}", "12.5", "=1+1", "🙂", "\u{200d}", "+"]
  )
  func noNames(_ name: String) throws {
    var schoolClass = try SampleClass.make([])
    #expect(throws: RosterProblem.noLetters(name)) { try schoolClass.add(name, id: id(1)) }
    #expect(schoolClass.pupils.isEmpty)
  }

  @Test("a class takes a thousand, and then says that it is full")
  func limit() throws {
    var schoolClass = try SampleClass.make([])
    for number in 1...SchoolClass.limit { _ = try schoolClass.add("p\(number)", id: id(number)) }
    #expect(throws: RosterProblem.full(1_000)) { try schoolClass.add("one more", id: id(0)) }
    schoolClass.remove(try schoolClass.pupil("p500"))
    #expect(try schoolClass.add("one more", id: id(0)).number == 1_001)
  }

  @Test("a beginning names a pupil where it is the only one, a number before that")
  func beginnings() throws {
    let schoolClass = try SampleClass.make(["Ann", "Anna", "Bo", "Ännchen"])
    #expect(try schoolClass.pupil(beginning: "b").name == "Bo")
    #expect(try schoolClass.pupil(beginning: "ANN").name == "Ann")
    #expect(try schoolClass.pupil(beginning: "annc").name == "Ännchen")
    #expect(try schoolClass.pupil(beginning: "2").name == "Anna")
    let all = ["Ann", "Anna", "Ännchen"]
    #expect {
      try schoolClass.pupil(beginning: "an")
    } throws: { error in
      guard case RosterProblem.ambiguous("an", let pupils) = error else { return false }
      return pupils.map(\.name) == all
    }
    #expect(throws: RosterProblem.unknown("")) { try schoolClass.pupil(beginning: "") }
    #expect(throws: RosterProblem.unknown("9")) { try schoolClass.pupil(beginning: "9") }
  }

  @Test("who left the class is found where former pupils are wanted too")
  func former() throws {
    var schoolClass = try SampleClass.make(["Ann", "Anna", "Bo"])
    schoolClass.remove(try schoolClass.pupil("Anna"))
    #expect(throws: RosterProblem.unknown("anna")) { try schoolClass.pupil("anna") }
    #expect(try schoolClass.withFormer.pupil(beginning: "anna").number == 2)
    #expect(try schoolClass.withFormer.pupil(beginning: "2").name == "Anna")
    #expect(try schoolClass.withFormer.pupil(beginning: "b").name == "Bo")
    #expect(throws: RosterProblem.unknown("zoe")) {
      try schoolClass.withFormer.pupil(beginning: "zoe")
    }
    #expect(schoolClass.pupils.map(\.name) == ["Ann", "Bo"])
  }

  @Test("a file with numbers that nobody can go on from is no class")
  func brokenFile() throws {
    let data = try JSONEncoder().encode(SampleClass.make(["Ada", "Eve"]))
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"nextNumber\":3"))
    for wrong in ["\(Int.max)", "1", "-4", "2"] {
      let broken = text.replacingOccurrences(
        of: "\"nextNumber\":3",
        with: "\"nextNumber\":\(wrong)"
      )
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(SchoolClass.self, from: Data(broken.utf8))
      }
    }
  }
}
