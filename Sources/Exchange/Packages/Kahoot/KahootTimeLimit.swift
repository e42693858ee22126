/// The seconds that Kahoot can give for an answer.
package enum KahootTimeLimit: Int, CaseIterable, Hashable, Sendable {
  /// 5 seconds.
  case five = 5
  /// 10 seconds.
  case ten = 10
  /// 20 seconds.
  case twenty = 20
  /// 30 seconds.
  case thirty = 30
  /// A minute.
  case sixty = 60
  /// A minute and a half.
  case ninety = 90
  /// Two minutes.
  case hundredTwenty = 120
  /// Four minutes.
  case twoHundredForty = 240
}
