extension String {
  /// Whether this text stands before another by its UTF-8 bytes.
  ///
  /// Swift's own `<` follows Unicode's canonical order, which a new standard library may change;
  /// whatever must replay alike on every machine is ordered by bytes.
  package func precedesInBytes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
