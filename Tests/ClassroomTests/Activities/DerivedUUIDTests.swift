import Foundation
import QuizModel
import Testing

/// Ids that follow from texts.
@Suite struct DerivedUUIDTests {
  @Test(
    "are what another program works out of the same texts",
    // Worked out by a few lines of Python from what the documentation says.
    arguments: [
      ([], "C3817C01-6BA4-8F30-A39F-09FC179E2B58"),
      ([""], "01DF27C8-ADB0-82D1-B4DD-8FE181528EDF"),
      (["session", "ABC123", "1"], "A58789DB-573E-89BF-B840-5C27013EBE5C"),
      (["sess", "ionABC123", "1"], "B664D04C-D288-8681-8A84-97EC830D5B48"),
      (["Zoë", "김"], "1CC80A93-DF02-84AC-9C69-9B3B7F298E2A"),
    ]
  )
  func knownValues(_ parts: [String], _ expected: String) {
    #expect(UUID(derivedFrom: parts).uuidString == expected)
  }

  @Test("are of version 8 and the variant of the RFC, and no two are one")
  func manyOfThem() {
    let count = 1_000_000
    var seen: Set<UUID> = []
    seen.reserveCapacity(count)
    var (wrongVersions, wrongVariants) = (0, 0)
    for number in 0..<count {
      let uuid = UUID(derivedFrom: ["\(number)"])
      wrongVersions += uuid.uuid.6 >> 4 == 8 ? 0 : 1
      wrongVariants += uuid.uuid.8 >> 6 == 0b10 ? 0 : 1
      seen.insert(uuid)
    }
    #expect(wrongVersions == 0)
    #expect(wrongVariants == 0)
    #expect(seen.count == count)
  }

  @Test("use each of the other 122 bits as often as not")
  func everyBit() {
    var counts = [Int](repeating: 0, count: 128)
    let count = 4_000
    for number in 0..<count {
      withUnsafeBytes(of: UUID(derivedFrom: ["bit", "\(number)"]).uuid) { bytes in
        for place in 0..<128 where bytes[place / 8] >> (7 - place % 8) & 1 == 1 {
          counts[place] += 1
        }
      }
    }
    let fixed = Set([48, 49, 50, 51, 64, 65])
    for place in 0..<128 where !fixed.contains(place) {
      // Five standard deviations of a fair coin.
      #expect(abs(counts[place] - count / 2) < 160, "bit \(place)")
    }
  }
}
