import QuizModel
import Testing

@Suite("The stable hash")
struct StableHashTests {
  /// From the test suite of the hash's authors (RFC 9923, appendix).
  @Test(
    "is FNV-1a over the raw bytes",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5),
      ("foobar", 0x8594_4171_f739_67e8), ("chongo was here!\n", 0x4681_0940_eff5_f915),
    ] as [(String, UInt64)]
  )
  func vectors(_ text: String, _ expected: UInt64) {
    var hash = StableHash()
    for byte in text.utf8 { hash.update(byte: byte) }
    #expect(hash.value == expected)
  }

  @Test(
    "closes each text with a byte that no text holds",
    arguments: [
      ("", 0xaf64_724c_8602_eb6e), ("a", 0x089b_c907_b544_c769),
      ("foobar", 0x3452_4ba7_168a_2c15), ("é日本", 0xedd6_59be_3bd8_e936),
    ] as [(String, UInt64)]
  )
  func closedTexts(_ text: String, _ expected: UInt64) {
    #expect(StableHash(of: text).value == expected)
  }

  @Test("keeps neighbours apart")
  func neighbours() {
    var apart = StableHash()
    apart.update("a")
    apart.update("b")
    #expect(apart.value == 0xd2b3_7181_9297_f98a)
    #expect(apart.value != StableHash(of: "ab").value)
    var shifted = StableHash()
    shifted.update("")
    shifted.update("ab")
    #expect(shifted.value != apart.value)
  }

  @Test("is written as sixteen digits, leading zeros among them")
  func hexadecimal() {
    #expect(StableHash(of: "a").hexadecimal == "089bc907b544c769")
    #expect(StableHash().hexadecimal == "cbf29ce484222325")
  }
}
