import LearningModel
import Testing

@Suite("The memory of one fact")
struct FactMemoryTests {
  @Test("counts real time from the last answer")
  func countsRealTime() {
    let memory = FactMemory(stability: 2, difficulty: 5, lastAnswered: 20_000.25)
    #expect(memory.elapsed(until: 20_000.25) == 0)
    #expect(memory.elapsed(until: 20_001.25) == 1)
    #expect(memory.elapsed(until: 20_001.75) == 1.5)
    #expect(memory.elapsed(until: 1_020_000.25) == 1_000_000)
  }

  @Test("counts no time before the last answer, where a clock was set back")
  func countsNothingBefore() {
    let memory = FactMemory(stability: 2, difficulty: 5, lastAnswered: 20_000.25)
    #expect(memory.elapsed(until: 20_000) == 0)
    #expect(memory.elapsed(until: -1e9) == 0)
  }

  @Test("counts whole days as whole wherever they start")
  func countsWholeDays() {
    for start in [0.79, 3.79, 7.79, 127.1, 511.3, -0.4, 16_383.7, 32_767.9] {
      let memory = FactMemory(stability: 2, difficulty: 5, lastAnswered: start)
      for days in [1.0, 2, 7, 400] { #expect(memory.elapsed(until: start + days) == days) }
    }
  }
}
