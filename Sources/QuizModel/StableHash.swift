/// FNV-1a over 64 bits (Fowler, Noll and Vo; RFC 9923): the same number for the same bytes on
/// every machine and in every release, which `Hasher` does not promise.
package struct StableHash: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of nothing.
  package init() {}

  /// The hash of a text's UTF-8 bytes.
  package init(of text: String) {
    update(text)
  }

  /// Takes in one byte.
  package mutating func update(byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Takes in a text, and a byte that no UTF-8 text holds, so that neighbours do not run together.
  package mutating func update(_ text: String) {
    for byte in text.utf8 { update(byte: byte) }
    update(byte: 0xff)
  }

  /// The 64 bits so far.
  package var value: UInt64 { state }

  /// The value as sixteen hexadecimal digits.
  package var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
