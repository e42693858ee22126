import QuizModel

/// The names that Question and Test Interoperability 2.1 gives to things (IMS Global, final
/// specification of 31 August 2012).
enum QTINames {
  /// The namespace of items and tests.
  static let namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1"
  /// Where that namespace is laid down.
  static let schema = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1p2.xsd"
  /// The namespace of content packages.
  static let packageNamespace = "http://www.imsglobal.org/xsd/imscp_v1p1"
  /// Where that namespace is laid down, in the profile for QTI.
  static let packageSchema = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
  /// The namespace of `xsi:schemaLocation`.
  static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"
  /// The response processing that gives 1 for the correct response and 0 for any other.
  static let matchCorrect = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"

  /// What is chosen.
  static let response = "RESPONSE"
  /// What it earns, 0 or 1.
  static let score = "SCORE"
  /// The option whose feedback is shown.
  static let feedback = "FEEDBACK"
  /// The outcome that shows the explanation, and the only value that it has.
  static let explanation = "EXPLANATION"

  /// The name of an item: an NCName of fewer than the 32 characters that travel everywhere.
  static func item(_ item: PackagedItem) -> String {
    "item-\(item.name.hexadecimal)"
  }

  /// The file of an item in the package.
  static func file(_ item: PackagedItem) -> String {
    "items/\(self.item(item)).xml"
  }

  /// The name of an option.
  ///
  /// - Parameter place: From 0 on.
  /// - Returns: An NCName that is unique in its item.
  static func option(_ place: Int) -> String {
    "option-\(place + 1)"
  }
}
