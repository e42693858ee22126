package import FoundationEssentials

extension UUID {
  /// The UUID that follows from texts: the same texts give the same one on every machine.
  ///
  /// Of version 8, which RFC 9562 (section 5.8) leaves to its makers. Its 122 bits are two hashes
  /// of the texts after Fowler, Noll and Vo, begun differently and mixed by the finaliser of
  /// SplitMix64 (Steele, Lea and Flood 2014): ids that do not collide, not secrets.
  ///
  /// - Parameter parts: In an order that matters; what separates them is part of what they say.
  package init(derivedFrom parts: [String]) {
    var first = StableHash()
    var second = StableHash()
    second.update("second half")
    for part in parts {
      first.update(part)
      second.update(part)
    }
    var mixed = SplitMix64(seed: first.value)
    var others = SplitMix64(seed: second.value ^ first.value.byteSwapped)
    let high = mixed.next() & 0xffff_ffff_ffff_0fff | 0x8000
    let low = others.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
    self = withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
      UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
  }
}
