/// Which reviews a state of memory has taken in: enough to tell later whether they are the same.
///
/// A memory that is kept beside the log holds for one set of reviews alone; another program may add
/// to the log, or take back from it, in between.
package struct TakenReviews: Hashable, Sendable {
  /// The last one in the order of the log; `nil` before the first.
  package private(set) var last: RecordPlace?
  /// How many.
  package private(set) var count: Int
  /// A sum over their record ids, whatever their order.
  package private(set) var sum: UInt64

  /// None taken in.
  package init() {
    self.init(last: nil, count: 0, sum: 0)
  }

  /// What was noted earlier.
  package init(last: RecordPlace?, count: Int, sum: UInt64) {
    self.last = last
    self.count = count
    self.sum = sum
  }

  /// Takes in one more.
  package mutating func take(_ place: RecordPlace) {
    last = max(last ?? place, place)
    count += 1
    let (high, low) = place.id.uuid.halves
    // An odd factor keeps the halves of two ids from changing places unseen.
    sum &+= high &* 0x9e37_79b9_7f4a_7c15 &+ low
  }
}
