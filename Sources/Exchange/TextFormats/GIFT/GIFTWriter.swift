import QuizModel

/// Writes GIFT.
///
/// Each question says `[plain]`: Moodle shows its texts with their line ends, and takes no markup
/// in them for anything but characters.
enum GIFTWriter {
  /// The whole file.
  ///
  /// - Parameter items: Cleaned.
  /// - Returns: The text of the file.
  static func text(_ items: [PortableItem]) -> String {
    var topic = ""
    var result = ""
    for item in items {
      if item.topic != topic {
        topic = item.topic
        // Moodle takes back no escape here but that of the backslash itself.
        let path = CategoryPath.doubled("\\", in: CategoryPath.text(of: topic))
        result += "$CATEGORY: \(path)\n\n"
      }
      result += question(item) + "\n"
    }
    return result
  }

  private static func question(_ item: PortableItem) -> String {
    let title = item.id.isEmpty ? "" : "::\(GIFTText.escaped(item.id))::"
    let stem = title + "[plain]" + GIFTText.escaped(item.stem)
    let feedback = FeedbackText(of: item).text
    let general = feedback.isEmpty ? "" : "####" + GIFTText.guarded(feedback)
    if item.form == .trueFalse { return stem + statement(item) + general + "}\n" }
    let options = item.options.enumerated().map { place, option in
      let why = option.why.isEmpty ? "" : "#" + GIFTText.guarded(option.why)
      return "\t\(place == item.key ? "=" : "~")\(GIFTText.guarded(option.text))\(why)\n"
    }
    return stem + "{\n" + options.joined() + (general.isEmpty ? "" : "\t\(general)\n") + "}\n"
  }

  /// The answer of a statement, then what is said to who is wrong, then to who is right.
  private static func statement(_ item: PortableItem) -> String {
    let isTrue = item.key == 0
    let right = item.options.indices.contains(item.key) ? item.options[item.key].why : ""
    let wrong = item.options.indices.contains(1 - item.key) ? item.options[1 - item.key].why : ""
    var result = isTrue ? "{TRUE" : "{FALSE"
    if !wrong.isEmpty || !right.isEmpty { result += "#" + GIFTText.guarded(wrong) }
    if !right.isEmpty { result += "#" + GIFTText.guarded(right) }
    return result
  }
}
