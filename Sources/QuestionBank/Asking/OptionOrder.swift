import QuizModel

/// The order of options that ascend.
package enum OptionOrder {
  /// Whether a text stands before another: by number where both are numbers, else by bytes.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    if let leftNumber = Int(left), let rightNumber = Int(right) { return leftNumber < rightNumber }
    return left.precedesInBytes(right)
  }
}
