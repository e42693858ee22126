import Classroom
import QuizModel
import Testing

/// Marks by the share of right answers.
@Suite struct MarkScaleTests {
  @Test(
    "each mark begins at its percentage",
    arguments: [
      "1=92,2=81,3=67,4=50,5=30,6=0", "6=0, 5=30, 4=50, 3=67, 2=81, 1=92",
      "1: 92 %; 2: 81 %; 3: 67 %; 4: 50 %; 5: 30 %; 6: 0 %",
      "1 = 92,2 = 81,3 = 67,4 = 50,5 = 30,6 = 0",
    ]
  )
  func boundaries(_ text: String) throws {
    let scale = try #require(MarkScale(text))
    let steps = [(92, "1"), (81, "2"), (67, "3"), (50, "4"), (30, "5"), (0, "6")]
    for total in 1...100 {
      for right in 0...total {
        let expected = steps.first { right * 100 >= $0.0 * total }?.1
        #expect(scale.mark(for: Double(right) / Double(total)) == expected, "\(right)/\(total)")
      }
    }
  }

  @Test("shares that are not quite a percentage in binary get its mark")
  func rounding() throws {
    let text = (0...100).map { "m\($0)=\($0)" }.joined(separator: ",")
    let scale = try #require(MarkScale(text))
    for total in [10, 20, 25, 50, 100, 200] {
      for right in 0...total {
        #expect(scale.mark(for: Double(right) / Double(total)) == "m\(right * 100 / total)")
      }
    }
  }

  @Test("below the last step there is no mark")
  func below() throws {
    let scale = try #require(MarkScale("passed=62.5"))
    #expect(scale.mark(for: 0.625) == "passed")
    #expect(scale.mark(for: 5.0 / 8.0) == "passed")
    #expect(scale.mark(for: 0.6249) == nil)
    #expect(scale.mark(for: .nan) == nil)
    #expect(try #require(MarkScale("sehr  gut =90")).mark(for: 1) == "sehr gut")
    #expect(try #require(MarkScale("a\u{1b}[31m=90")).mark(for: 1) == "a[31m")
  }

  @Test(
    "anything else is no scale",
    arguments: [
      "", ",", "1", "1=", "=50", "1=a", "1=101", "1=-1", "1=nan", "1=inf", "1=50,2=50", "1=50=2",
      "1=50,2", "1=0x10", "1=1e1", " =50", "\(String(repeating: "m", count: 21))=50",
    ]
  )
  func noScale(_ text: String) {
    #expect(MarkScale(text) == nil)
  }

  @Test(
    "a mark that stands twice is refused, however it is written",
    arguments: ["1=92,1=81", "1=92,2=81,1=50", "pass=90; pass =50", "a  b=9,a b=8", "1=50,2=50.0"]
  )
  func twice(_ text: String) {
    #expect(MarkScale(text) == nil)
  }

  @Test("random texts never trap, and a scale is kept by order alone", arguments: 0..<50)
  func anyText(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("12AB=:,;% .-+e0\u{301}")
    let text = String((0..<random.below(20)).map { _ in alphabet[random.below(alphabet.count)] })
    _ = MarkScale(text)
    let percentages = random.shuffled(Array(0...100)).prefix(1 + random.below(6))
    let parts = percentages.map { "m\($0)=\($0)" }
    let shuffled = random.shuffled(parts)
    #expect(MarkScale(parts.joined(separator: ",")) == MarkScale(shuffled.joined(separator: ";")))
    #expect(MarkScale(parts.joined(separator: ",")) != nil)
  }
}
