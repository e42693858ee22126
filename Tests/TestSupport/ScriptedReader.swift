package import LineEditing

/// A player whose lines are known beforehand.
///
/// A class, since readers are; used from one thread.
package final class ScriptedReader: LineReading {
  /// What was asked, in order.
  package private(set) var requests: [LineRequest] = []
  /// How often a line was asked for after the script had ended.
  package private(set) var overruns = 0
  /// Called with the prompt and what is answered, before it is returned.
  package var whenAsked: ((LineRequest, LineInput) -> Void)?

  private var script: [LineInput]

  /// A player with a script; the input is over when the script is.
  package init(_ script: [LineInput]) {
    self.script = script
  }

  /// A player who types these lines.
  package convenience init(lines: [String]) {
    self.init(lines.map { .line($0) })
  }

  /// What of the script has not been asked for.
  package var unread: Int { script.count }

  /// The next line of the script.
  package func readLine(_ request: LineRequest) -> LineInput {
    requests.append(request)
    if script.isEmpty { overruns += 1 }
    let input = script.isEmpty ? .endOfInput : script.removeFirst()
    whenAsked?(request, input)
    return input
  }
}
