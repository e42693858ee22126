/// The questions that a day is planned to hold.
package struct PlannedDay: Hashable, Sendable {
  /// Facts that were answered before.
  package let known: Int
  /// Facts asked for the first time.
  package let new: Int

  /// A day from its parts.
  package init(known: Int, new: Int) {
    self.known = known
    self.new = new
  }
}
