/// Keeps spreadsheets from taking a cell for a formula, and takes the guard off again.
///
/// Spreadsheets run a cell that begins with one of `= + - @`, a tab or a return (OWASP, "CSV
/// Injection"). An apostrophe is put before it, also after a semicolon, a tab or a line end within
/// a cell, where a spreadsheet that divides cells by other signs would begin a new one. A text
/// that has such apostrophes already gets one more, so that each is restored.
enum CellGuard {
  /// A text as it stands in a cell.
  static func guarded(_ text: String) -> String { rewritten(text) { $0 + 1 } }

  /// The text of a cell.
  static func restored(_ cell: String) -> String { rewritten(cell) { max(0, $0 - 1) } }

  /// Rewrites each run of apostrophes, none among them, before a sign that begins a formula.
  private static func rewritten(_ text: String, count: (Int) -> Int) -> String {
    var result = String.UnicodeScalarView()
    var isStart = true
    var apostrophes = 0
    func write(_ number: Int) {
      for _ in 0..<number { result.append("'") }
    }
    for scalar in text.unicodeScalars {
      if isStart, scalar == "'" {
        apostrophes += 1
        continue
      }
      let isFormula = isStart && beginsFormula(scalar)
      write(isFormula ? count(apostrophes) : apostrophes)
      // Blanks and quotes before a sign are skipped by some readers.
      let isSkipped = isStart && apostrophes == 0 && (scalar == " " || scalar == "\"")
      isStart = isSkipped || divides(scalar)
      apostrophes = 0
      result.append(scalar)
    }
    write(apostrophes)
    return String(result)
  }

  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func divides(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ";" || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
