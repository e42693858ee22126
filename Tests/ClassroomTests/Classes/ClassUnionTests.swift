import Classroom
import Foundation
import QuizModel
import Testing

/// What becomes of a class that two machines changed, each without the other.
@Suite struct ClassUnionTests {
  /// A machine that does anything to the class that it has.
  private func changed(
    _ schoolClass: SchoolClass,
    using random: inout SplitMix64
  ) throws -> SchoolClass {
    var changed = schoolClass
    for _ in 0..<random.below(6) {
      let pupils = changed.pupils
      switch random.below(3) {
      case 0 where !pupils.isEmpty: changed.remove(pupils[random.below(pupils.count)])
      case 1:
        if let back = changed.former.randomElement(using: &random) {
          _ = try? changed.add(back.name, id: LearnerID(SampleClass.uuid(&random)))
        }
      default:
        _ = try? changed.add(
          "\(SampleClass.names[random.below(12)]) \(random.below(100))",
          id: LearnerID(SampleClass.uuid(&random))
        )
      }
    }
    return changed
  }

  @Test("in any order and twice it is the same, and everybody is there", arguments: 0..<200)
  func law(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let before = try changed(SampleClass.make(Array(SampleClass.names.prefix(4))), using: &random)
    let first = try changed(before, using: &random)
    let second = try changed(before, using: &random)
    let third = try changed(second, using: &random)
    let united = first.united(with: second).united(with: third)
    for other in [
      third.united(with: first).united(with: second),
      first.united(with: second.united(with: third)),
      united.united(with: first), united.united(with: united),
      second.united(with: first).united(with: first).united(with: third),
    ] {
      #expect(try ClassFile.bytes(other) == ClassFile.bytes(united))
    }
    #expect(
      Set(united.everybody.map(\.id))
        == Set([first, second, third].flatMap(\.everybody).map(\.id))
    )
    #expect(Set(united.everybody.map(\.number)).count == united.everybody.count)
    #expect(try ClassFile.schoolClass(in: ClassFile.bytes(united)) == united)
    // And a number is still never given twice.
    var later = united
    let new = try later.add("Newcomer", id: LearnerID(SampleClass.uuid(&random)))
    #expect(!united.everybody.map(\.number).contains(new.number))
  }

  @Test("who was taken off on one machine is off on both, who was put back later is on")
  func moves() throws {
    let start = try SampleClass.make(["Ada", "Eve"])
    var there = start
    there.remove(try there.pupil("Ada"))
    #expect(start.united(with: there).pupils.map(\.name) == ["Eve"])
    var back = there
    _ = try back.add("Ada", id: LearnerID(UUID()))
    #expect(there.united(with: back).pupils.map(\.name) == ["Ada", "Eve"])
    #expect(start.united(with: back).pupils.map(\.name) == ["Ada", "Eve"])
  }

  @Test("two who were given one number get one each, and two of one name are told apart")
  func collision() throws {
    let start = try SampleClass.make(["Ada"])
    let low = LearnerID(try #require(UUID(uuidString: "00000000-0000-8000-8000-000000000001")))
    let high = LearnerID(try #require(UUID(uuidString: "F0000000-0000-8000-8000-000000000001")))
    var (here, there) = (start, start)
    _ = try here.add("Bo", id: high)
    _ = try there.add("Bo", id: low)
    let united = here.united(with: there)
    #expect(united.pupils.map(\.number) == [1, 2, 3])
    #expect(united.pupils.map(\.id) == [start.pupils[0].id, low, high])
    #expect(throws: RosterProblem.ambiguous("bo", Array(united.pupils.dropFirst()))) {
      try united.pupil("bo")
    }
    #expect(throws: RosterProblem.ambiguous("bo", Array(united.pupils.dropFirst()))) {
      try united.pupil(beginning: "bo")
    }
    #expect(try united.pupil("3").id == high)
  }

  @Test("a class that nobody united has the very bytes of version 1.0.0")
  func bytes() throws {
    var schoolClass = try SampleClass.make(["Ada", "Eve"])
    schoolClass.remove(try schoolClass.pupil("Eve"))
    let text = String(decoding: try ClassFile.bytes(schoolClass), as: UTF8.self)
    #expect(!text.contains("histories"))
    #expect(text.hasPrefix("{\n  \"content\" : {\n    \"former\" : ["))
  }
}

/// The files of classes.
@Suite struct ClassFilesTests {
  private func file(_ schoolClass: SchoolClass) throws -> [String: [UInt8]] {
    [ClassFile.name(of: schoolClass.id): try ClassFile.bytes(schoolClass)]
  }

  @Test("who is forgotten is struck, and a class that was erased goes")
  func striking() throws {
    let seventh = try SampleClass.make(["Ada", "Eve"], seed: 1)
    let eighth = try SampleClass.make(["Bo"], seed: 2)
    let files = ClassFiles(try file(seventh).merging(file(eighth)) { own, _ in own })
    let ada = try seventh.pupil("Ada")
    let left = try files.without([ada.id, eighth.pupils[0].id, eighth.id.tombstone])
    #expect(left.files.keys.sorted() == [ClassFile.name(of: seventh.id)])
    let bytes = try #require(left.files[ClassFile.name(of: seventh.id)])
    #expect(try ClassFile.schoolClass(in: bytes).everybody.map(\.name) == ["Eve"])
    #expect(!String(decoding: bytes, as: UTF8.self).contains("Ada"))
    #expect(try files.without([]) == files)
  }

  @Test("of a file that only one machine can read that one's stays")
  func damage() throws {
    let schoolClass = try SampleClass.make(["Ada"])
    let sound = ClassFiles(try file(schoolClass))
    let damaged = ClassFiles(sound.files.mapValues { Array($0.dropLast(40)) })
    #expect(try sound.united(with: damaged) == sound)
    #expect(try damaged.united(with: sound) == sound)
  }

  @Test("classes that go by one name are told apart, in the same way on each machine")
  func names() throws {
    let (one, other) = (try SampleClass.make(seed: 1), try SampleClass.make(seed: 2))
    let names = SchoolClass.toldApart([one, other]).map { "\($0.name) \($0.id.uuid)" }
    #expect(names == SchoolClass.toldApart([other, one]).map { "\($0.name) \($0.id.uuid)" })
    #expect(SchoolClass.toldApart([one, other]).map(\.name) == ["7b", "7b (2)"])
  }
}
