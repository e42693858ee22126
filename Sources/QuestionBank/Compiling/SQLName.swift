extension String {
  /// The text as a quoted SQL name.
  var sqlName: String {
    "\""
      + split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
